using Mlops.Statistics.Compute;

namespace Mlops.Drift.Presets;

/// <summary>A method of a library: what it is called there, what it is for, and what it calls drift.</summary>
/// <param name="Id">The name by which the library's users choose it: <c>jensenshannon</c>.</param>
/// <param name="Name">The name that it shows: <c>Jensen-Shannon distance</c>.</param>
/// <param name="Threshold">The library's default; NaN where it has none.</param>
/// <param name="Rule">Which side of the threshold is drift.</param>
public sealed record PresetMethod(string Id, string Name, double Threshold, PresetRule Rule)
{
    /// <summary>Whether it takes columns of numbers.</summary>
    public bool AppliesToNumbers => Numbers is not null || FitNumbers is not null;

    /// <summary>Whether it takes columns of categories.</summary>
    public bool AppliesToCategories => Categories is not null || FitCategories is not null;

    internal NumberMethod? Numbers { get; init; }

    internal CategoryMethod? Categories { get; init; }

    internal NumberFit? FitNumbers { get; init; }

    internal CategoryFit? FitCategories { get; init; }

    /// <summary>Whether a score is drift; no score and no threshold are none.</summary>
    /// <param name="score">The score.</param>
    /// <param name="threshold">The threshold.</param>
    public bool Detects(double score, double threshold) =>
        Rule switch
        {
            PresetRule.Below => score < threshold,
            PresetRule.AtMost => score <= threshold,
            PresetRule.Above => score > threshold,
            PresetRule.AtLeast => score >= threshold,
            _ => false,
        };

    /// <inheritdoc/>
    public override string ToString() => Id;
}

/// <summary>Scores two samples without NaN.</summary>
internal delegate MethodScore NumberMethod(
    ReadOnlySpan<double> reference,
    ReadOnlySpan<double> current,
    ComputeContext? context
);

/// <summary>Scores two columns of categories.</summary>
internal delegate MethodScore CategoryMethod(CategoryPair pair);

/// <summary>Learns from a reference without NaN and gives the function that scores a chunk without NaN.</summary>
internal delegate ChunkScore NumberFit(double[] reference);

/// <summary>A chunk's score.</summary>
internal delegate MethodScore ChunkScore(ReadOnlySpan<double> chunk);

/// <summary>Learns from the reference's counts and gives the function that scores a chunk's counts.</summary>
internal delegate ChunkCountScore CategoryFit(long[] reference);

/// <summary>A score of a chunk's counts over the same categories.</summary>
internal delegate MethodScore ChunkCountScore(ReadOnlySpan<long> chunk);
