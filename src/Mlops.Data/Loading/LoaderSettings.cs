using Mlops.Data.Parsing;

namespace Mlops.Data.Loading;

/// <summary>What a loader has to know besides the column's name and kind.</summary>
/// <param name="Numbers">Reads the numbers.</param>
/// <param name="IsInferred">Whether the kind was found, so that a value that does not fit ends the load; otherwise the value fails by itself.</param>
/// <param name="Rows">How many rows will probably come; 0 when nobody knows.</param>
/// <param name="Dimensions">How many components vectors have; 0 when the first says it.</param>
internal readonly record struct LoaderSettings(NumberParser Numbers, bool IsInferred, int Rows = 0, int Dimensions = 0);
