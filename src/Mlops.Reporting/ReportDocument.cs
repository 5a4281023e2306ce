using Mlops.Reporting.Blocks;
using Mlops.Reporting.Notebooks;

namespace Mlops.Reporting;

/// <summary>What every report turns itself into: a title and blocks in reading order, without a word about how they look.</summary>
/// <param name="Title">The document's title, plain text.</param>
/// <param name="Blocks">The blocks, in reading order.</param>
[TypeFormatterSource(typeof(ReportFormatterSource))]
public sealed record ReportDocument(string Title, IReadOnlyList<ReportBlock> Blocks)
{
    /// <summary>One line under the title: what was compared with what. Empty for none.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>The verdict that the whole document reaches, if it reaches one.</summary>
    public Verdict? Verdict { get; init; }
}
