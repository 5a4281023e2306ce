namespace Mlops.Reporting.Rendering.JUnit;

/// <summary>How checks become test cases.</summary>
public sealed record JUnitOptions
{
    /// <summary>The default options.</summary>
    public static JUnitOptions Default { get; } = new();

    /// <summary>What an inconclusive check becomes.</summary>
    /// <value>The default is <see cref="InconclusiveOutcome.Skipped"/>: seen, and neither a failure nor a pass.</value>
    public InconclusiveOutcome InconclusiveAs { get; init; } = InconclusiveOutcome.Skipped;
}
