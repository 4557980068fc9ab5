using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CollabSummaries.Workspace.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TranscriptCorrections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Edition",
                table: "Transcripts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "ImportedSpeaker",
                table: "Segments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ImportedText",
                table: "Segments",
                type: "TEXT",
                nullable: true);

            // Until now nobody could be called anything but what the file says.
            migrationBuilder.Sql("UPDATE Segments SET ImportedSpeaker = Speaker");

            migrationBuilder.CreateTable(
                name: "AddedFiles",
                columns: table => new
                {
                    TalkId = table.Column<string>(type: "TEXT", nullable: false),
                    Index = table.Column<int>(type: "INTEGER", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    Raw = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Format = table.Column<string>(type: "TEXT", nullable: false),
                    Way = table.Column<string>(type: "TEXT", nullable: false),
                    ShiftMs = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AddedFiles", x => new { x.TalkId, x.Index });
                    table.ForeignKey(
                        name: "FK_AddedFiles_Transcripts_TalkId",
                        column: x => x.TalkId,
                        principalTable: "Transcripts",
                        principalColumn: "TalkId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Corrections",
                columns: table => new
                {
                    TalkId = table.Column<string>(type: "TEXT", nullable: false),
                    SegmentId = table.Column<string>(type: "TEXT", nullable: false),
                    Original = table.Column<string>(type: "TEXT", nullable: false),
                    Corrected = table.Column<string>(type: "TEXT", nullable: true),
                    Speaker = table.Column<string>(type: "TEXT", nullable: true),
                    AuthorKey = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Corrections", x => new { x.TalkId, x.SegmentId });
                    table.ForeignKey(
                        name: "FK_Corrections_Transcripts_TalkId",
                        column: x => x.TalkId,
                        principalTable: "Transcripts",
                        principalColumn: "TalkId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SpeakerNames",
                columns: table => new
                {
                    TalkId = table.Column<string>(type: "TEXT", nullable: false),
                    Imported = table.Column<string>(type: "TEXT", nullable: false),
                    Shown = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpeakerNames", x => new { x.TalkId, x.Imported });
                    table.ForeignKey(
                        name: "FK_SpeakerNames_Transcripts_TalkId",
                        column: x => x.TalkId,
                        principalTable: "Transcripts",
                        principalColumn: "TalkId",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AddedFiles");

            migrationBuilder.DropTable(
                name: "Corrections");

            migrationBuilder.DropTable(
                name: "SpeakerNames");

            migrationBuilder.DropColumn(
                name: "Edition",
                table: "Transcripts");

            migrationBuilder.DropColumn(
                name: "ImportedSpeaker",
                table: "Segments");

            migrationBuilder.DropColumn(
                name: "ImportedText",
                table: "Segments");
        }
    }
}
