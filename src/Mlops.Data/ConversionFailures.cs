namespace Mlops.Data;

/// <summary>The values of a column that were there but could not be read as the kind that was asked for.</summary>
/// <param name="Count">How many; 0 in the default value. They are missing in the column, and counted as missing too.</param>
/// <param name="FirstRow">The row of the first of them, from 0; meaningless when there are none.</param>
/// <param name="FirstValue">The first of them as text; <see langword="null"/> when there are none.</param>
public readonly record struct ConversionFailures(long Count, long FirstRow, string? FirstValue);
