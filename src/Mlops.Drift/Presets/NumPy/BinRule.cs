namespace Mlops.Drift.Presets.NumPy;

/// <summary>How NumPy finds the number of equal-width bins of <c>histogram_bin_edges</c>.</summary>
internal enum BinRule
{
    /// <summary>Sturges (1926): log2 n + 1 bins.</summary>
    Sturges,

    /// <summary>Doane (1976): Sturges' rule with more bins for skewed values.</summary>
    Doane,

    /// <summary>The more bins of Sturges' and Freedman and Diaconis' (1981) rules; NumPy calls it <c>auto</c>.</summary>
    Auto,
}
