namespace Mlops.Statistics.Sketches.Sampling;

/// <summary>A value that was drawn, and the row where it stood.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="Stream">The part of the data that the row is counted in.</param>
/// <param name="Row">The row in that part, from 0.</param>
/// <param name="Value">The value.</param>
public readonly record struct ReservoirItem<T>(ulong Stream, long Row, T Value)
    where T : unmanaged;
