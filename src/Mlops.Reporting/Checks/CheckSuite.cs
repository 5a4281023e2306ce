namespace Mlops.Reporting.Checks;

/// <summary>The checks of one run, and the verdict that they lead to.</summary>
/// <param name="Name">What was run, short and the same in every run: <c>drift</c>.</param>
/// <param name="Verdict">The verdict on the whole. It need not be the worst of the checks: a rule may tolerate a share of failures.</param>
/// <param name="Checks">The checks, in the order to be shown.</param>
public sealed record CheckSuite(string Name, Verdict Verdict, IReadOnlyList<CheckResult> Checks)
{
    /// <summary>Facts about the run, such as digests of the data; times and hosts do not belong here, so that equal runs give equal files.</summary>
    public IReadOnlyList<CheckProperty> Properties { get; init; } = [];

    /// <summary>
    /// The file that the checks are about where they do not say otherwise: a path, relative to the root of the repository where
    /// the file is in one, or a URI; <see langword="null"/> for none.
    /// </summary>
    public string? Location { get; init; }
}
