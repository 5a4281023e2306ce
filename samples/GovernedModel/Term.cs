using System.Text.Json;
using Mlops.Data;
using Mlops.Serialization;

namespace GovernedModel;

/// <summary>One number that the regression sees of a row.</summary>
/// <param name="Column">The column it comes from.</param>
/// <param name="Category">For a category: 1 where the row has it, otherwise 0.</param>
/// <param name="IsMissing">Whether it is the mark that a number is missing: 1 where it is, otherwise 0.</param>
/// <param name="Median">What stands in for a missing number: the median of the rows to learn from.</param>
/// <param name="Mean">The mean of log(1 + x) there.</param>
/// <param name="Deviation">The standard deviation of log(1 + x) there.</param>
internal sealed record Term(
    string Column,
    string? Category = null,
    bool IsMissing = false,
    double Median = 0,
    double Mean = 0,
    double Deviation = 1
)
{
    // With fewer missing values, a weight of their own would be noise.
    private const int FewestMissing = 20;

    /// <summary>The terms of a column, from the rows to learn from.</summary>
    public static IEnumerable<Term> Of(Column column) =>
        column is NumericColumn numbers ? OfNumbers(numbers) : OfCategories(column);

    /// <summary>Its numbers for all rows of a column.</summary>
    public double[] Values(Column column)
    {
        if (Category is not null)
        {
            var categories = (CategoryColumn)column.ConvertTo(ColumnKind.Category);
            return [.. Enumerable.Range(0, column.Length).Select(row => categories[row] == Category ? 1.0 : 0.0)];
        }

        var numbers = (NumericColumn)column;
        return
        [
            .. Enumerable
                .Range(0, column.Length)
                .Select(row =>
                    IsMissing
                        ? (numbers.IsMissing(row) ? 1.0 : 0.0)
                        : (Math.Log(1 + (numbers.IsMissing(row) ? Median : numbers[row])) - Mean) / Deviation
                ),
        ];
    }

    /// <summary>Writes it with its weight.</summary>
    public void Write(Utf8JsonWriter writer, double weight)
    {
        writer.WriteStartObject();
        writer.WriteString("column", Column);
        if (Category is not null)
        {
            writer.WriteString("category", Category);
        }
        else if (IsMissing)
        {
            writer.WriteBoolean("isMissing", true);
        }
        else
        {
            writer.WriteReal("median", Median);
            writer.WriteReal("mean", Mean);
            writer.WriteReal("deviation", Deviation);
        }

        writer.WriteReal("weight", weight);
        writer.WriteEndObject();
    }

    private static IEnumerable<Term> OfNumbers(NumericColumn column)
    {
        double[] there = [.. column.Values.ToArray().Where(value => !double.IsNaN(value)).Order()];
        var median = there[there.Length / 2];
        double[] logs =
        [
            .. column.Values.ToArray().Select(value => Math.Log(1 + (double.IsNaN(value) ? median : value))),
        ];
        var mean = logs.Average();
        var deviation = Math.Sqrt(logs.Average(value => (value - mean) * (value - mean)));
        yield return new Term(column.Name, Median: median, Mean: mean, Deviation: deviation);
        if (column.MissingCount > FewestMissing)
        {
            yield return new Term(column.Name, IsMissing: true);
        }
    }

    // The most frequent category is what the others are compared with; a missing one counts as it.
    private static IEnumerable<Term> OfCategories(Column column)
    {
        var categories = (CategoryColumn)column.ConvertTo(ColumnKind.Category);
        return Enumerable
            .Range(0, column.Length)
            .Select(row => categories[row])
            .OfType<string>()
            .GroupBy(category => category, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Skip(1)
            .Select(group => new Term(column.Name, group.Key));
    }
}
