namespace CollabSummaries.Web.Reviewing;

/// <summary>What is asked of a run beside the button.</summary>
/// <param name="Bullets">At most so many; null: by length of the talk.</param>
/// <param name="Model">Name of the model; null: the server's own choice.</param>
internal sealed record RunWish(int? Bullets, bool QuotesOnly, string? Model = null)
{
    /// <summary>Lengths offered.</summary>
    public static readonly IReadOnlyList<int?> Lengths = [null, 4, 8, 12, 20, 30];

    public static string Words(int? bullets) => bullets is { } most ? $"up to {most} bullets" : "length by the talk";
}
