namespace Mlops.Reporting.Rendering;

/// <summary>A verdict's word and mark: the same in every format, so that colour never has to be seen.</summary>
internal static class VerdictLabel
{
    public static string Word(Verdict verdict) =>
        verdict switch
        {
            Verdict.Pass => "Pass",
            Verdict.Fail => "Fail",
            _ => "Inconclusive",
        };

    public static string Mark(Verdict verdict) =>
        verdict switch
        {
            Verdict.Pass => "✓",
            Verdict.Fail => "✕",
            _ => "?",
        };

    public static string MarkAndWord(Verdict? verdict) => verdict is { } v ? $"{Mark(v)} {Word(v)}" : "";
}
