namespace Mlops.Registry.Transparency;

/// <summary>A fault of a log, and the entries among which it lies.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="FirstEntry">The first entry that it may concern, from 0.</param>
/// <param name="EndEntry">One more than the last entry that it may concern; one more than the first where it is exact.</param>
/// <param name="Message">A sentence that says what was found and what would be right.</param>
public sealed record LogFinding(LogFault Fault, long FirstEntry, long EndEntry, string Message)
{
    /// <summary>Whether exactly one entry is named.</summary>
    public bool IsExact => EndEntry - FirstEntry == 1;
}
