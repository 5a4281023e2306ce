namespace Mlops.Data.Quality;

/// <summary>A row that violates a constraint.</summary>
/// <param name="Row">The row, from 0.</param>
/// <param name="Value">What stands there, as text; of several columns with their names.</param>
public sealed record ViolationExample(long Row, string Value);
