using CollabSummaries.Summarization.Inference.Templates.Jinja.Values;

namespace CollabSummaries.Summarization.Inference.Templates.Jinja;

/// <summary>Parts of lists and texts, [start:stop:step] as Python counts.</summary>
internal static class Slices
{
    public static object Take(object? of, int? start, int? stop, int? step) => of switch
    {
        List<object?> list => Picked(list, start, stop, step ?? 1),
        Words words => Words.Join([.. Picked(Methods.Letters(words), start, stop, step ?? 1).Cast<Words>()]),
        _ => throw new TemplateException($"{Value.NameOf(of)} cannot be sliced"),
    };

    private static List<object?> Picked(List<object?> items, int? start, int? stop, int step)
    {
        if (step == 0)
            throw new TemplateException("a slice has a step of zero");
        int least = step > 0 ? 0 : -1, most = step > 0 ? items.Count : items.Count - 1;
        int Place(int? at, int otherwise) => at is { } given ? (int)Math.Clamp(given < 0 ? (long)given + items.Count : given, least, most) : otherwise;
        var (from, to) = (Place(start, step > 0 ? 0 : items.Count - 1), Place(stop, step > 0 ? items.Count : -1));
        var picked = new List<object?>();
        for (long at = from; step > 0 ? at < to : at > to; at += step)
            picked.Add(items[(int)at]);
        return picked;
    }
}
