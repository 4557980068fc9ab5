using CollabSummaries.Workspace.Accounts;
using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Runs;
using CollabSummaries.Workspace.Sharing;
using CollabSummaries.Workspace.Talks;
using CollabSummaries.Workspace.Templates;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Workspace;

/// <summary>All that is kept. Each database the product has derives one context with its own migrations.</summary>
public abstract class WorkspaceContext(DbContextOptions options) : IdentityUserContext<Account>(options)
{
    public DbSet<Talk> Talks => Set<Talk>();

    public DbSet<KeptTranscript> Transcripts => Set<KeptTranscript>();

    public DbSet<KeptSegment> Segments => Set<KeptSegment>();

    public DbSet<KeptChapter> Chapters => Set<KeptChapter>();

    public DbSet<AddedFile> AddedFiles => Set<AddedFile>();

    public DbSet<SpeakerName> SpeakerNames => Set<SpeakerName>();

    public DbSet<KeptCorrection> Corrections => Set<KeptCorrection>();

    public DbSet<SummaryHead> Heads => Set<SummaryHead>();

    public DbSet<KeptUpdate> Updates => Set<KeptUpdate>();

    public DbSet<Snapshot> Snapshots => Set<Snapshot>();

    public DbSet<EditingClient> EditingClients => Set<EditingClient>();

    public DbSet<KeptEvidence> Evidence => Set<KeptEvidence>();

    public DbSet<Run> Runs => Set<Run>();

    public DbSet<RunPart> RunParts => Set<RunPart>();

    public DbSet<RunBullet> RunBullets => Set<RunBullet>();

    public DbSet<KeptTemplate> Templates => Set<KeptTemplate>();

    public DbSet<ShareLink> ShareLinks => Set<ShareLink>();

    public DbSet<Author> Authors => Set<Author>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Talk>(e =>
        {
            e.HasIndex(x => new { x.DeletedAt, x.UpdatedAt });
            e.HasOne(x => x.Transcript).WithOne().HasForeignKey<KeptTranscript>(x => x.TalkId);
        });
        builder.Entity<KeptTranscript>(e =>
        {
            e.HasKey(x => x.TalkId);
            e.HasMany(x => x.Segments).WithOne().HasForeignKey(x => x.TalkId);
            e.HasMany(x => x.Chapters).WithOne().HasForeignKey(x => x.TalkId);
            e.HasMany(x => x.AddedFiles).WithOne().HasForeignKey(x => x.TalkId);
            e.HasMany(x => x.SpeakerNames).WithOne().HasForeignKey(x => x.TalkId);
            e.HasMany(x => x.Corrections).WithOne().HasForeignKey(x => x.TalkId);
        });
        builder.Entity<AddedFile>().HasKey(x => new { x.TalkId, x.Index });
        builder.Entity<SpeakerName>().HasKey(x => new { x.TalkId, x.Imported });
        builder.Entity<KeptCorrection>().HasKey(x => new { x.TalkId, x.SegmentId });
        builder.Entity<KeptSegment>().HasKey(x => new { x.TalkId, x.Index });
        builder.Entity<KeptChapter>().HasKey(x => new { x.TalkId, x.Index });
        builder.Entity<SummaryHead>().HasKey(x => x.TalkId);
        builder.Entity<SummaryHead>().HasOne<Talk>().WithOne().HasForeignKey<SummaryHead>(x => x.TalkId);
        builder.Entity<KeptUpdate>(e =>
        {
            e.HasKey(x => new { x.TalkId, x.Version });
            e.HasIndex(x => new { x.TalkId, x.ClientId, x.Seq }).IsUnique();
            e.HasOne<SummaryHead>().WithMany().HasForeignKey(x => x.TalkId);
        });
        builder.Entity<Snapshot>().HasKey(x => new { x.TalkId, x.Version });
        builder.Entity<Snapshot>().HasOne<SummaryHead>().WithMany().HasForeignKey(x => x.TalkId);
        builder.Entity<EditingClient>().HasKey(x => new { x.TalkId, x.ClientId });
        builder.Entity<EditingClient>().HasOne<SummaryHead>().WithMany().HasForeignKey(x => x.TalkId);
        builder.Entity<KeptEvidence>().HasIndex(x => new { x.TalkId, x.BulletId });
        builder.Entity<KeptEvidence>().HasOne<SummaryHead>().WithMany().HasForeignKey(x => x.TalkId);
        builder.Entity<Run>(e =>
        {
            e.HasIndex(x => new { x.TalkId, x.Number }).IsUnique();
            e.HasIndex(x => x.State);
            e.HasIndex(x => x.OpenKey).IsUnique();
            e.HasOne<Talk>().WithMany().HasForeignKey(x => x.TalkId);
        });
        builder.Entity<RunPart>().HasKey(x => new { x.RunId, x.Part });
        builder.Entity<RunPart>().HasOne<Run>().WithMany().HasForeignKey(x => x.RunId);
        builder.Entity<RunBullet>().HasKey(x => new { x.RunId, x.Index });
        builder.Entity<RunBullet>().HasOne<Run>().WithMany().HasForeignKey(x => x.RunId);
        builder.Entity<RunBullet>().HasIndex(x => x.BulletId);
        builder.Entity<RunBullet>().HasIndex(x => x.Replaces);
        builder.Entity<KeptTemplate>().HasIndex(x => x.TalkId);
        builder.Entity<KeptTemplate>().HasOne<Talk>().WithMany().HasForeignKey(x => x.TalkId).OnDelete(DeleteBehavior.Cascade);
        builder.Entity<ShareLink>().HasIndex(x => x.SecretHash).IsUnique();
        builder.Entity<ShareLink>().HasOne<Talk>().WithMany().HasForeignKey(x => x.TalkId);
        builder.Entity<Author>().HasKey(x => x.Key);
        builder.Entity<Invitation>().HasIndex(x => x.SecretHash).IsUnique();
    }
}
