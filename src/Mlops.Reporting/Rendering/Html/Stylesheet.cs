namespace Mlops.Reporting.Rendering.Html;

/// <summary>The styles, read once from the assembly.</summary>
internal static class Stylesheet
{
    /// <summary>What blocks need; every selector is scoped to <c>.mlr</c>, so that it can stand inside a notebook.</summary>
    public static string Report { get; } = Read("report.css");

    /// <summary>What a page of its own needs besides: the frame, the table of contents, print.</summary>
    public static string Page { get; } = Read("page.css");

    private static string Read(string name)
    {
        using var stream =
            typeof(Stylesheet).Assembly.GetManifestResourceStream($"{typeof(Stylesheet).Namespace}.{name}")
            ?? throw new InvalidOperationException($"The style sheet '{name}' is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
