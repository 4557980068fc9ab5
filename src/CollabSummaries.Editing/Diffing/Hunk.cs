namespace CollabSummaries.Editing.Diffing;

/// <summary>Tokens <c>[AFrom, ATo)</c> of one sequence stand where <c>[BFrom, BTo)</c> of the other do.</summary>
internal readonly record struct Hunk(int AFrom, int ATo, int BFrom, int BTo)
{
    public int ALength => ATo - AFrom;

    public int BLength => BTo - BFrom;
}
