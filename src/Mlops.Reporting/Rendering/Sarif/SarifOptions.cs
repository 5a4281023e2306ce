namespace Mlops.Reporting.Rendering.Sarif;

/// <summary>Which checks become SARIF results.</summary>
public sealed record SarifOptions
{
    /// <summary>The default options.</summary>
    public static SarifOptions Default { get; } = new();

    /// <summary>Whether passed checks are written too, with kind <c>pass</c> and level <c>none</c>.</summary>
    /// <value>
    /// The default is <see langword="false"/>: GitHub's code scanning does not read <c>kind</c>, and would show every passed check as
    /// an open alert.
    /// </value>
    public bool IncludePassed { get; init; }
}
