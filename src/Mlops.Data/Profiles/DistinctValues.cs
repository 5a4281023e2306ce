using System.Text.Json;
using Mlops.Serialization;

namespace Mlops.Data.Profiles;

/// <summary>Counts each value as long as there are few of them; gives up, and says so, when there are more.</summary>
/// <remarks>The merge law is exact: it gives up at the same data, in whatever parts and order they come.</remarks>
internal sealed class DistinctValues
{
    /// <summary>The most values that are counted one by one.</summary>
    public const int Limit = 64;

    private Dictionary<double, long>? _counts = [];

    /// <summary>Whether every value was counted.</summary>
    public bool IsComplete => _counts is not null;

    /// <summary>How many different values there are; 0 once it gave up.</summary>
    public int DistinctCount => _counts?.Count ?? 0;

    /// <summary>The values with their counts; none once it gave up.</summary>
    public WeightedValues ToWeighted()
    {
        KeyValuePair<double, long>[] pairs = [.. (_counts ?? []).OrderBy(pair => pair.Key)];
        return new WeightedValues([.. pairs.Select(pair => pair.Key)], [.. pairs.Select(pair => pair.Value)]);
    }

    public void Add(ReadOnlySpan<double> values)
    {
        var (run, length) = (double.NaN, 0L);
        foreach (var value in values)
        {
            if (_counts is null)
            {
                return;
            }

            if (value == run)
            {
                length++;
                continue;
            }

            Add(run, length);
            (run, length) = (value, 1);
        }

        Add(run, length);
    }

    public void Merge(DistinctValues other)
    {
        if (other._counts is null)
        {
            _counts = null;
            return;
        }

        foreach (var (value, count) in other._counts)
        {
            Add(value, count);
        }
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var (value, count) in (_counts ?? []).OrderBy(pair => pair.Key))
        {
            writer.WriteStartArray();
            writer.WriteReal(value);
            writer.WriteInteger(count);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    /// <summary>Reads what <see cref="WriteTo"/> wrote; nothing stands for one that gave up.</summary>
    public static DistinctValues Read(JsonElement? state)
    {
        var read = new DistinctValues();
        if (state is not { } array)
        {
            read._counts = null;
            return read;
        }

        foreach (var pair in array.EnumerateArray())
        {
            var (value, count) =
                pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() == 2
                    ? (pair[0].GetReal(), pair[1].GetInteger())
                    : throw new FormatException("'distinct' must hold pairs of a value and its count.");
            if (double.IsNaN(value) || count < 1 || !read._counts!.TryAdd(value, count) || read._counts.Count > Limit)
            {
                throw new FormatException(
                    $"'distinct' must hold at most {Limit} different numbers with counts of at least 1; one is {value:R} with {count}."
                );
            }
        }

        return read;
    }

    private void Add(double value, long count)
    {
        if (_counts is null || count == 0 || double.IsNaN(value))
        {
            return;
        }

        // Adding zero makes -0.0 and 0.0 one key.
        var key = value + 0.0;
        _counts[key] = _counts.GetValueOrDefault(key) + count;
        if (_counts.Count > Limit)
        {
            _counts = null;
        }
    }
}
