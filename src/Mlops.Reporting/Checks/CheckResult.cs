namespace Mlops.Reporting.Checks;

/// <summary>One thing that was checked, and what came out.</summary>
/// <param name="Rule">What is asked.</param>
/// <param name="Name">What it is asked of, understandable alone and the same in every run: <c>income (values)</c>.</param>
/// <param name="Group">What it belongs to: <c>features</c>. A group becomes a test suite.</param>
/// <param name="Verdict">What came out.</param>
/// <param name="Message">The verdict in one plain sentence, with its reason.</param>
/// <remarks>
/// Rule, group and name together identify the check from run to run: numbers and dates belong into the message. All text is plain
/// text; the renderers escape it.
/// </remarks>
public sealed record CheckResult(CheckRule Rule, string Name, string Group, Verdict Verdict, string Message)
{
    /// <summary>More lines for whoever looks into it, separated by <c>\n</c>; empty for none.</summary>
    public string Details { get; init; } = "";

    /// <summary>The numbers behind the verdict, in the order to be shown.</summary>
    public IReadOnlyList<CheckMeasure> Measures { get; init; } = [];

    /// <summary>The file that the check is about: a path or a URI; <see langword="null"/> for the suite's.</summary>
    public string? Location { get; init; }
}
