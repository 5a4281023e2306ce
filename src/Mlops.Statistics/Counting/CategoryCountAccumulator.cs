using System.Runtime.InteropServices;
using System.Text.Json;
using Mlops.Serialization;

namespace Mlops.Statistics.Counting;

/// <summary>Counts how often each category was seen. Exact, so memory grows with the number of distinct categories.</summary>
/// <remarks>The merge law is exact. Categories are compared ordinally; the empty string is one of them, and not missing.</remarks>
public sealed class CategoryCountAccumulator : IAccumulator<CategoryCountAccumulator>
{
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    internal CategoryCountAccumulator(CategoryCountDefinition definition) => Definition = definition;

    /// <summary>The definition it was made by.</summary>
    public CategoryCountDefinition Definition { get; }

    IStatisticDefinition IAccumulator.Definition => Definition;

    /// <summary>How many categories were seen, repetitions counted: the sum of all counts.</summary>
    public long Count { get; private set; }

    /// <summary>How many values were missing. They are not in <see cref="Count"/>.</summary>
    public long MissingCount { get; private set; }

    /// <summary>How many different categories were seen.</summary>
    public int DistinctCount => _counts.Count;

    /// <summary>The categories and their counts: most frequent first, equally frequent ones in ordinal order.</summary>
    /// <remarks>Computed at each call: O(d log d) for d distinct categories.</remarks>
    public IReadOnlyList<CategoryCount> Value
    {
        get
        {
            var list = new CategoryCount[_counts.Count];
            var i = 0;
            foreach (var (category, count) in _counts)
            {
                list[i++] = new CategoryCount(category, count);
            }

            Array.Sort(list, CompareByFrequency);
            return list;
        }
    }

    /// <summary>How often a category was seen.</summary>
    /// <param name="category">The category.</param>
    /// <returns>The count; 0 for one that was never seen.</returns>
    public long CountOf(string category)
    {
        ArgumentNullException.ThrowIfNull(category);
        return _counts.GetValueOrDefault(category);
    }

    /// <summary>Counts a category.</summary>
    /// <param name="category">The category.</param>
    /// <param name="count">How often it was seen, at least 0; 0 changes nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public void Add(string category, long count = 1)
    {
        ArgumentNullException.ThrowIfNull(category);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count > 0)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, category, out _) += count;
            Count += count;
        }
    }

    /// <summary>Counts missing values.</summary>
    /// <param name="count">How many, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public void AddMissing(long count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        MissingCount += count;
    }

    /// <summary>Counts a dictionary-encoded column.</summary>
    /// <param name="codes">For each row the position of its category in <paramref name="categories"/>; -1 is missing.</param>
    /// <param name="categories">The dictionary. A category that stands there twice is counted as one.</param>
    /// <exception cref="ArgumentException">A code is below -1 or not in the dictionary, or a category is <see langword="null"/>. Nothing is counted then.</exception>
    public void Add(ReadOnlySpan<int> codes, IReadOnlyList<string> categories)
    {
        using var tally = new CodeTally(codes, categories);
        MissingCount += tally.Missing;
        for (var i = 0; i < categories.Count; i++)
        {
            Add(categories[i], tally[i]);
        }
    }

    /// <inheritdoc/>
    public void Merge(CategoryCountAccumulator other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!Definition.Equals(other.Definition))
        {
            throw AccumulatorState.UnequalDefinitions(Definition.Id, nameof(other));
        }

        // The list is a copy, so an accumulator can be merged with itself.
        foreach (var (category, count) in other.Value)
        {
            Add(category, count);
        }

        MissingCount += other.MissingCount;
    }

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteStartArray("categories");
        foreach (var (category, count) in Value)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(category);
            writer.WriteInteger(count);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteInteger("missing", MissingCount);
        writer.WriteEndObject();
    }

    internal static CategoryCountAccumulator ReadFrom(CategoryCountDefinition definition, JsonElement state)
    {
        var result = new CategoryCountAccumulator(definition);
        var position = 0;
        foreach (var pair in AccumulatorState.Array(state, "categories", definition.Id).EnumerateArray())
        {
            var isPair =
                pair.ValueKind == JsonValueKind.Array
                && pair.GetArrayLength() == 2
                && pair[0].ValueKind == JsonValueKind.String;
            if (!isPair)
            {
                throw new FormatException(
                    $"'categories[{position}]' in the state of '{definition.Id}' is {pair}; a category is a pair of its name and its count."
                );
            }

            var (category, count) = (ReadName(pair[0], position), pair[1].GetInteger());
            if (count < 1 || result._counts.ContainsKey(category))
            {
                throw new FormatException(
                    $"'categories[{position}]' in the state of '{definition.Id}' is {pair}; each category stands there once, with a count of at least 1."
                );
            }

            result.Add(category, count);
            position++;
        }

        result.MissingCount = AccumulatorState.Count(state, "missing", definition.Id);
        return result;
    }

    private static string ReadName(JsonElement element, int position)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            throw new FormatException($"The name of 'categories[{position}]' is not valid Unicode.", exception);
        }
    }

    private static int CompareByFrequency(CategoryCount left, CategoryCount right)
    {
        var byCount = right.Count.CompareTo(left.Count);
        return byCount != 0 ? byCount : string.CompareOrdinal(left.Category, right.Category);
    }
}
