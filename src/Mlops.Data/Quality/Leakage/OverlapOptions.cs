namespace Mlops.Data.Quality.Leakage;

/// <summary>How rows of one data set are searched in another.</summary>
/// <remarks>Immutable; make variants with <c>with</c>.</remarks>
public sealed record OverlapOptions
{
    /// <summary>The default options.</summary>
    public static OverlapOptions Default { get; } = new();

    /// <summary>The share of current rows that may occur in the reference, beyond those that chance explains, in [0,1].</summary>
    /// <value>The default is 0.01.</value>
    public double MaximumShare { get; init; } = 0.01;

    /// <summary>The label's column, to tell rows of another label apart.</summary>
    /// <value>The default is <see langword="null"/>: the first column of the reference whose role is label.</value>
    public string? Label { get; init; }

    /// <summary>The two-sided level of the intervals, in (0,1).</summary>
    /// <value>The default is 0.90.</value>
    public double ConfidenceLevel { get; init; } = 0.90;

    /// <summary>The first pairs that are kept, from 0 to 1,000.</summary>
    /// <value>The default is 10.</value>
    public int MaximumExamples { get; init; } = 10;

    internal void Check()
    {
        OptionChecks.Share(MaximumShare);
        OptionChecks.Level(ConfidenceLevel);
        OptionChecks.Count(MaximumExamples, 0, 1000);
    }
}
