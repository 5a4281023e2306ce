namespace Mlops.Evidence;

/// <summary>One thing that an analysis found: where, what, and how it bears on the verdict.</summary>
/// <param name="Code">A stable, lower-case, dotted identifier for machines: <c>drift.column.failed</c>.</param>
/// <param name="Subject">What it is about, such as the column's name; empty for the whole.</param>
/// <param name="Verdict">How it bears on the verdict; <see langword="null"/> for a remark that does not.</param>
/// <param name="Message">One plain sentence for people: what was found and what to do about it.</param>
public sealed record Finding(string Code, string Subject, Verdict? Verdict, string Message);
