namespace Mlops.Data.Quality.Representativeness;

/// <summary>How shares are held against those of the population.</summary>
/// <remarks>Immutable; make variants with <c>with</c>.</remarks>
public sealed record RepresentativenessOptions
{
    /// <summary>The default options.</summary>
    public static RepresentativenessOptions Default { get; } = new();

    /// <summary>The largest Jensen-Shannon distance (base 2) from the population that is tolerated, in (0,1).</summary>
    /// <value>The default is 0.10, as in drift.</value>
    public double Bound { get; init; } = 0.10;

    /// <summary>The two-sided level of the intervals, in (0,1).</summary>
    /// <value>The default is 0.90, so that Fail and Pass are each wrong at most 5 times in 100.</value>
    public double ConfidenceLevel { get; init; } = 0.90;

    internal void Check()
    {
        OptionChecks.Level(Bound);
        OptionChecks.Level(ConfidenceLevel);
    }
}
