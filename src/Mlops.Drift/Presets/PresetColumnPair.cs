using Mlops.Data;

namespace Mlops.Drift.Presets;

/// <summary>A column of both sides, as the methods take it.</summary>
internal sealed class PresetColumnPair(Column reference, Column current, ColumnRole role)
{
    private readonly Lazy<CategoryPair> _categories = new(() =>
        reference is NumericColumn first && current is NumericColumn second
            ? CategoryPair.Of(first.Values.Span, second.Values.Span)
            : CategoryPair.Of(reference, current)
    );

    public Column Reference => reference;

    public Column Current => current;

    public ColumnRole Role => role;

    /// <summary>Whether the library takes the values for numbers.</summary>
    public bool IsNumber { get; init; } = reference.Kind == ColumnKind.Number;

    /// <summary>The reference's values without those missing; only for columns of numbers.</summary>
    public double[] ReferenceValues { get; } = Present(reference);

    /// <summary>The current values without those missing.</summary>
    public double[] CurrentValues { get; } = Present(current);

    /// <summary>The rows as categories, those missing included; of numbers, each value is one.</summary>
    public CategoryPair Categories => _categories.Value;

    public static double[] Present(ReadOnlySpan<double> values)
    {
        var kept = new double[values.Length];
        var count = 0;
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                kept[count++] = value;
            }
        }

        return kept[..count];
    }

    private static double[] Present(Column column) =>
        column is NumericColumn numbers ? Present(numbers.Values.Span) : [];
}
