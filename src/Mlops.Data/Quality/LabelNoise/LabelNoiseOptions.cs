using Mlops.Data.Quality.Leakage;

namespace Mlops.Data.Quality.LabelNoise;

/// <summary>How wrong labels are searched.</summary>
/// <remarks>Immutable; make variants with <c>with</c>.</remarks>
public sealed record LabelNoiseOptions
{
    /// <summary>The default options.</summary>
    public static LabelNoiseOptions Default { get; } = new();

    /// <summary>The label's column.</summary>
    /// <value>The default is <see langword="null"/>: the first column whose role is label.</value>
    public string? Label { get; init; }

    /// <summary>What the label's values are taken for.</summary>
    /// <value>The default is <see cref="LabelReading.Auto"/>.</value>
    public LabelReading LabelReading { get; init; }

    /// <summary>The nearest rows that are asked, from 1 to 100.</summary>
    /// <value>The default is 10.</value>
    public int Neighbours { get; init; } = 10;

    /// <summary>The rows among which neighbours are sought, from 100 to 1,000,000; of more rows a sample of so many is drawn.</summary>
    /// <value>The default is 20,000. Beyond 20,000 rows in all the sample is smaller, so that rows times sample stay below 4·10⁸, but not below 1,000.</value>
    public int MaximumReferenceRows { get; init; } = 20_000;

    /// <summary>The seed of the sample.</summary>
    /// <value>The default is 0.</value>
    public ulong Seed { get; init; }

    /// <summary>The candidates that are kept, the most suspicious first, from 0 to 100,000.</summary>
    /// <value>The default is 100.</value>
    public int MaximumCandidates { get; init; } = 100;

    /// <summary>The two-sided level of the intervals of shares, in (0,1).</summary>
    /// <value>The default is 0.90.</value>
    public double ConfidenceLevel { get; init; } = 0.90;

    internal void Check()
    {
        OptionChecks.Count(Neighbours, 1, 100);
        OptionChecks.Count(MaximumReferenceRows, 100, 1_000_000);
        OptionChecks.Count(MaximumCandidates, 0, 100_000);
        OptionChecks.Level(ConfidenceLevel);
    }
}
