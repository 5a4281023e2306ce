using System.Numerics.Tensors;

namespace Mlops.Data;

public abstract partial class Column
{
    /// <summary>Makes a column of numbers.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The values, which are copied; NaN is missing.</param>
    public static NumericColumn Number(string name, ReadOnlySpan<double> values) =>
        new(name, SourceType.Double, values.ToArray());

    /// <summary>Makes a column of numbers.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The values, which are widened exactly; NaN is missing.</param>
    public static NumericColumn Number(string name, ReadOnlySpan<float> values)
    {
        var widened = new double[values.Length];
        TensorPrimitives.ConvertChecked(values, widened.AsSpan());
        return new NumericColumn(name, SourceType.Single, widened);
    }

    /// <summary>Makes a column of numbers.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The values.</param>
    public static NumericColumn Number(string name, ReadOnlySpan<int> values)
    {
        var widened = new double[values.Length];
        TensorPrimitives.ConvertChecked(values, widened.AsSpan());
        return new NumericColumn(name, SourceType.Integer, widened);
    }

    /// <summary>Makes a column of numbers.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The values; from 2^53 on they are rounded, which <see cref="NumericColumn.HasInexactIntegers"/> says.</param>
    public static NumericColumn Number(string name, ReadOnlySpan<long> values)
    {
        var widened = new double[values.Length];
        TensorPrimitives.ConvertChecked(values, widened.AsSpan());
        return new NumericColumn(name, SourceType.Integer, widened);
    }

    /// <summary>Makes a column of numbers.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The values; <see langword="null"/> and NaN are missing.</param>
    public static NumericColumn Number(string name, ReadOnlySpan<double?> values)
    {
        var held = new double[values.Length];
        for (var i = 0; i < held.Length; i++)
            held[i] = values[i] ?? double.NaN;
        return new NumericColumn(name, SourceType.Double, held);
    }

    /// <summary>Makes a column of texts.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The texts; <see langword="null"/> is missing, an empty text is not.</param>
    public static CategoryColumn Category(string name, IEnumerable<string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var codes = new List<int>();
        var categories = new CategoryDictionary();
        foreach (var value in values)
            codes.Add(value is null ? CategoryColumn.Missing : categories.CodeOf(value));
        return new CategoryColumn(name, SourceType.Text, codes.ToArray(), categories.ToList());
    }

    /// <summary>Makes a column of true and false.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The values; <see langword="null"/> is missing.</param>
    public static BooleanColumn Boolean(string name, IEnumerable<bool?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new BooleanColumn(name, SourceType.Boolean, values.Select(CodeOf).ToArray());
    }

    /// <summary>Makes a column of true and false.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The values.</param>
    public static BooleanColumn Boolean(string name, IEnumerable<bool> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Boolean(name, values.Select(value => (bool?)value));
    }

    /// <summary>Makes a column of instants.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The instants: local ones are converted to UTC, unspecified ones are taken as UTC; <see langword="null"/> is missing.</param>
    public static TimeColumn Time(string name, IEnumerable<DateTime?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new TimeColumn(name, SourceType.Timestamp, values.Select(TicksOf).ToArray());
    }

    /// <summary>Makes a column of instants.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The instants: local ones are converted to UTC, unspecified ones are taken as UTC.</param>
    public static TimeColumn Time(string name, IEnumerable<DateTime> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Time(name, values.Select(value => (DateTime?)value));
    }

    /// <summary>Makes a column of instants.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The instants; <see langword="null"/> is missing.</param>
    public static TimeColumn Time(string name, IEnumerable<DateTimeOffset?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new TimeColumn(name, SourceType.Timestamp, values.Select(TicksOf).ToArray());
    }

    /// <summary>Makes a column of instants.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The instants.</param>
    public static TimeColumn Time(string name, IEnumerable<DateTimeOffset> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Time(name, values.Select(value => (DateTimeOffset?)value));
    }

    internal static sbyte CodeOf(bool? value) =>
        value switch
        {
            null => BooleanColumn.Missing,
            true => 1,
            false => 0,
        };

    internal static long TicksOf(DateTime? value) =>
        value switch
        {
            null => TimeColumn.Missing,
            { Kind: DateTimeKind.Local } local => local.ToUniversalTime().Ticks,
            { } utc => utc.Ticks,
        };

    internal static long TicksOf(DateTimeOffset? value) => value?.UtcTicks ?? TimeColumn.Missing;
}
