namespace Mlops.Statistics.Sketches.FrequentItems;

/// <summary>An item, and the least and the most often that it can have been seen.</summary>
/// <param name="Item">The item.</param>
/// <param name="LowerBound">It was seen at least so often, at least 1.</param>
/// <param name="UpperBound">It was seen at most so often: <paramref name="LowerBound"/> and the sketch's <see cref="FrequentItemsSketch.MaximumError"/>. Both are equal while the sketch is exact.</param>
/// <remarks>The bounds are certain, not probable.</remarks>
public readonly record struct FrequentItem(string Item, long LowerBound, long UpperBound);
