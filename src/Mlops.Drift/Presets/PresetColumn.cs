using Mlops.Data;

namespace Mlops.Drift.Presets;

/// <summary>What a library's rules make of one column.</summary>
public sealed record PresetColumn
{
    /// <summary>The column's name.</summary>
    public required string Name { get; init; }

    /// <summary>The kind of its values in the reference.</summary>
    public required ColumnKind Kind { get; init; }

    /// <summary>What it is for.</summary>
    public required ColumnRole Role { get; init; }

    /// <summary>The library's method.</summary>
    public required PresetMethod Method { get; init; }

    /// <summary>The score; NaN unless the status is <see cref="ResultStatus.Ok"/>. With chunks, the largest of theirs.</summary>
    public required double Score { get; init; }

    /// <summary>The threshold that the score was held against; NaN for none.</summary>
    public required double Threshold { get; init; }

    /// <summary>Whether the library would call it drift.</summary>
    public required bool IsDetected { get; init; }

    /// <summary>Whether there is a score.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>Why there is no score, and what the library does there; empty when there is one.</summary>
    public required string Reason { get; init; }

    /// <summary>The chunks of the current data, for a library that judges by chunks; otherwise empty.</summary>
    public IReadOnlyList<PresetChunk> Chunks { get; init; } = [];
}
