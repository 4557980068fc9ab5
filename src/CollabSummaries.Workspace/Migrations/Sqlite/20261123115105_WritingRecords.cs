using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CollabSummaries.Workspace.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WritingRecords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ModelHash",
                table: "Runs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Parameters",
                table: "Runs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Rewriting",
                table: "Runs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Template",
                table: "Runs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Candidates",
                table: "RunBullets",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "LandedAt",
                table: "RunBullets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "RunBullets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Replaces",
                table: "RunBullets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "Evidence",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Templates",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    TalkId = table.Column<string>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    EditedBy = table.Column<string>(type: "TEXT", nullable: false),
                    EditedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DeletedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Templates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Templates_Talks_TalkId",
                        column: x => x.TalkId,
                        principalTable: "Talks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_RunBullets_BulletId",
                table: "RunBullets",
                column: "BulletId");

            migrationBuilder.CreateIndex(
                name: "IX_RunBullets_Replaces",
                table: "RunBullets",
                column: "Replaces");

            migrationBuilder.CreateIndex(
                name: "IX_Templates_TalkId",
                table: "Templates",
                column: "TalkId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Templates");

            migrationBuilder.DropIndex(
                name: "IX_RunBullets_BulletId",
                table: "RunBullets");

            migrationBuilder.DropIndex(
                name: "IX_RunBullets_Replaces",
                table: "RunBullets");

            migrationBuilder.DropColumn(
                name: "ModelHash",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "Parameters",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "Rewriting",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "Template",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "Candidates",
                table: "RunBullets");

            migrationBuilder.DropColumn(
                name: "LandedAt",
                table: "RunBullets");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "RunBullets");

            migrationBuilder.DropColumn(
                name: "Replaces",
                table: "RunBullets");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "Evidence");
        }
    }
}
