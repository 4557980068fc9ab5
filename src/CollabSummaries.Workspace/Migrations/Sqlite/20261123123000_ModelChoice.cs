using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CollabSummaries.Workspace.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ModelChoice : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ModelAsked",
                table: "Runs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "WritingSeconds",
                table: "Runs",
                type: "REAL",
                nullable: false,
                defaultValue: 0.0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ModelAsked",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "WritingSeconds",
                table: "Runs");
        }
    }
}
