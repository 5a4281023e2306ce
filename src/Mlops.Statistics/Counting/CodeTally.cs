using System.Buffers;

namespace Mlops.Statistics.Counting;

/// <summary>How often each category of a dictionary-encoded column occurs, counted by code in rented memory.</summary>
internal readonly ref struct CodeTally : IDisposable
{
    private readonly int[] _rented;

    // Slot 0 is for missing values, slot k + 1 for category k.
    private readonly Span<int> _counts;

    /// <summary>Counts the codes.</summary>
    /// <param name="codes">For each row the position of its category in <paramref name="categories"/>; -1 is missing.</param>
    /// <param name="categories">The dictionary.</param>
    /// <exception cref="ArgumentException">A code is below -1 or not in the dictionary, or a category is <see langword="null"/>.</exception>
    internal CodeTally(ReadOnlySpan<int> codes, IReadOnlyList<string> categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        for (var i = 0; i < categories.Count; i++)
        {
            if (categories[i] is null)
            {
                throw new ArgumentException(
                    $"categories[{i}] is null; a missing value has the code -1.",
                    nameof(categories)
                );
            }
        }

        var slots = categories.Count + 1;
        _rented = ArrayPool<int>.Shared.Rent(slots);
        _counts = _rented.AsSpan(0, slots);
        _counts.Clear();
        if (FirstInvalid(codes, _counts) is var row and >= 0)
        {
            Dispose();
            throw new ArgumentException(
                $"codes[{row}] is {codes[row]}; with {categories.Count} categories a code is from -1 to {categories.Count - 1}.",
                nameof(codes)
            );
        }
    }

    /// <summary>How many codes were -1.</summary>
    internal int Missing => _counts[0];

    /// <summary>How often a category occurs.</summary>
    internal int this[int category] => _counts[category + 1];

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => ArrayPool<int>.Shared.Return(_rented);

    /// <summary>Counts up to the first code that is not in the dictionary, and gives its row; -1 when all were counted.</summary>
    private static int FirstInvalid(ReadOnlySpan<int> codes, Span<int> counts)
    {
        for (var row = 0; row < codes.Length; row++)
        {
            var slot = unchecked(codes[row] + 1);
            if ((uint)slot >= (uint)counts.Length)
            {
                return row;
            }

            counts[slot]++;
        }

        return -1;
    }
}
