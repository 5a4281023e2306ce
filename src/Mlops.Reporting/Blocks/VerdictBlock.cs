namespace Mlops.Reporting.Blocks;

/// <summary>A verdict with its one-sentence meaning, shown large at the top.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Headline">What it means here, in one sentence.</param>
/// <param name="Explanation">A sentence or two of why.</param>
public sealed record VerdictBlock(Verdict Verdict, string Headline, string Explanation) : ReportBlock;
