namespace Mlops.Drift.Presets;

/// <summary>What a chunk of consecutive rows of the current data scores.</summary>
/// <param name="Start">Its first row, from 0.</param>
/// <param name="Count">Its rows.</param>
/// <param name="Score">Its score; NaN unless the status is <see cref="ResultStatus.Ok"/>.</param>
/// <param name="IsDetected">Whether the library raises an alert on it.</param>
/// <param name="Status">Whether there is a score.</param>
public sealed record PresetChunk(long Start, long Count, double Score, bool IsDetected, ResultStatus Status);
