namespace Mlops.Statistics.Counting;

/// <summary>A category and how often it was seen.</summary>
/// <param name="Category">The category.</param>
/// <param name="Count">How often it was seen, at least 1.</param>
public readonly record struct CategoryCount(string Category, long Count);
