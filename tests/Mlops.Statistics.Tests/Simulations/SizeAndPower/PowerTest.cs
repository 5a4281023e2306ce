namespace Mlops.Statistics.Tests.Simulations.SizeAndPower;

/// <summary>A test of two samples, as the measurement calls it.</summary>
/// <param name="Family">Which tables it stands in.</param>
/// <param name="Name">Its name there.</param>
/// <param name="PValue">The p-value of reference and current data, with a seed for those that draw; NaN where the test has no answer.</param>
/// <param name="Granularity">Whether its p-values are few: then the size that it can have is the largest p-value at or under the level.</param>
/// <param name="Cost">By what the number of replicates is divided: tests that permute are slow.</param>
internal sealed record PowerTest(
    PowerFamily Family,
    string Name,
    Func<double[], double[], ulong, double> PValue,
    Granularity Granularity = Granularity.Fine,
    int Cost = 1
)
{
    /// <summary>Whether only one direction counts, which is the one that the settings have: its power is not to be held against two-sided tests'.</summary>
    public bool IsOneSided { get; init; }

    /// <summary>Why a size is not the level; there wherever one is known to be.</summary>
    public string? Note { get; init; }

    /// <summary>The sizes that are not the level.</summary>
    public IReadOnlyList<KnownSize> KnownSizes { get; init; } = [];

    /// <summary>Whether a size with so many rows is known to be above the level: the power is not to be held against others'.</summary>
    /// <param name="rows">Rows a side.</param>
    public bool IsLiberal(int rows) => KnownSizes.Any(known => known.Rows == rows && known.Size > PowerRates.Level);

    public override string ToString() => Name;
}
