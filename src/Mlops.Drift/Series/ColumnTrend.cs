using Mlops.Statistics.Trend;

namespace Mlops.Drift.Series;

/// <summary>A column over the windows: its effects, when a drift began that lasts, whether it grows, and where the level jumps.</summary>
public sealed record ColumnTrend
{
    /// <summary>The column's name.</summary>
    public required string Column { get; init; }

    /// <summary>The largest effect of its components in each window, in [0,1]; NaN where none is defined.</summary>
    public required IReadOnlyList<double> Effects { get; init; }

    /// <summary>
    /// The least p-value of its components in each window, adjusted over all windows and columns of its role; NaN where none is defined or
    /// another rule than the size of the change decides.
    /// </summary>
    public required IReadOnlyList<double> AdjustedDriftPValues { get; init; }

    /// <summary>Whether it drifted in each window with the error over all windows controlled, or was structurally broken there.</summary>
    public required IReadOnlyList<bool> Drifted { get; init; }

    /// <summary>The index of the window in which a lasting drift began; -1 if none did.</summary>
    public required int FirstLasting { get; init; }

    /// <summary>The slope of the effects, per window: by how much the distance from the reference grows from window to window.</summary>
    public required TheilSenResult Slope { get; init; }

    /// <summary>Whether the effects rise or fall.</summary>
    public required MannKendallResult Trend { get; init; }

    /// <summary>The p-value of the trend, adjusted over the columns; NaN where it has none.</summary>
    public required double AdjustedTrendPValue { get; init; }

    /// <summary>Each window against the one before.</summary>
    public required IReadOnlyList<LevelChange> LevelChanges { get; init; }
}
