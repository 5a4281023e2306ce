namespace Mlops.Drift.DependencyInjection;

/// <summary>Where a named baseline comes from.</summary>
public sealed class DriftBaselineOptions
{
    /// <summary>The file that <see cref="DriftBaseline.Save"/> wrote.</summary>
    /// <value>There is no default: it must be given.</value>
    public string Path { get; set; } = "";
}
