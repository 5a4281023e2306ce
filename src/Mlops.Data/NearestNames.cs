namespace Mlops.Data;

/// <summary>Says which names were probably meant by one that is not there.</summary>
internal static class NearestNames
{
    private const int Shown = 3;

    /// <summary>The exception for an unknown column name, with the nearest of those that exist.</summary>
    public static ArgumentException NotFound(string name, IEnumerable<string> existing, string parameter)
    {
        var nearest = existing
            .Select((candidate, index) => (candidate, index, distance: Distance(name, candidate)))
            .OrderBy(entry => entry.distance)
            .ThenBy(entry => entry.index)
            .Take(Shown)
            .Select(entry => $"'{entry.candidate}'")
            .ToArray();
        var hint = nearest.Length == 0 ? "There are no columns." : $"Nearest: {string.Join(", ", nearest)}.";
        return new ArgumentException($"There is no column '{name}'. {hint}", parameter);
    }

    /// <summary>Levenshtein's distance without regard to case.</summary>
    internal static int Distance(string left, string right)
    {
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
            previous[j] = j;

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]);
                var substitution = previous[j - 1] + (same ? 0 : 1);
                current[j] = Math.Min(substitution, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
