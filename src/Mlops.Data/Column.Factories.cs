using System.Globalization;
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

    /// <summary>Makes a column of free texts, each held for itself.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The texts; <see langword="null"/> is missing, an empty text is not.</param>
    /// <exception cref="ArgumentException">A text holds half of a surrogate pair; the message names the row.</exception>
    public static TextColumn Text(string name, IEnumerable<string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var texts = new TextBuilder(name);
        foreach (var value in values)
        {
            if (value is null)
                texts.AddMissing();
            else if (!texts.TryAdd(value))
            {
                throw new ArgumentException(
                    $"The text of row {texts.Count} of column '{name}' holds half of a surrogate pair, which is no character.",
                    nameof(values)
                );
            }
        }

        return texts.Build(SourceType.Text);
    }

    /// <summary>Makes a column of vectors, none of which is missing.</summary>
    /// <param name="name">The name.</param>
    /// <param name="dimensions">The number of components of each vector; more than zero.</param>
    /// <param name="values">The components, vector after vector, which are copied.</param>
    /// <exception cref="ArgumentException">The number of components is no multiple of <paramref name="dimensions"/>, or one is NaN or infinite; the message says which.</exception>
    public static EmbeddingColumn Embedding(string name, int dimensions, ReadOnlySpan<float> values)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimensions);
        if (values.Length % dimensions != 0)
        {
            throw new ArgumentException(
                $"{values.Length} components are no whole number of vectors of {dimensions}.",
                nameof(values)
            );
        }

        if (EmbeddingBuilder.FirstNotFinite(values) is >= 0 and var position)
            throw NotFinite(name, position / dimensions, position % dimensions, values[position], nameof(values));
        var validity = ValidityBitmap.AllValid(values.Length / dimensions);
        return new EmbeddingColumn(name, values.ToArray(), dimensions, validity);
    }

    /// <summary>Makes a column of vectors.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The vectors, all of one length, which are copied; <see langword="null"/> is missing.</param>
    /// <exception cref="ArgumentException">Lengths differ, a vector is empty, or a component is NaN or infinite; the message says where.</exception>
    public static EmbeddingColumn Embedding(string name, IEnumerable<float[]?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var vectors = new EmbeddingBuilder(name);
        foreach (var value in values)
        {
            if (value is null)
            {
                vectors.AddMissing();
                continue;
            }

            if (EmbeddingBuilder.FirstNotFinite(value) is >= 0 and var position)
                throw NotFinite(name, vectors.Count, position, value[position], nameof(values));
            if (!vectors.TryAdd(value))
            {
                var right = vectors.Dimensions == 0 ? "at least 1" : $"{vectors.Dimensions}, as those before";
                throw new ArgumentException(
                    $"The vector of row {vectors.Count} of column '{name}' has {value.Length} components; it must have {right}. A row without a vector is null.",
                    nameof(values)
                );
            }
        }

        return vectors.Build();
    }

    private static ArgumentException NotFinite(string name, int row, int component, float value, string parameter) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Component {component} of row {row} of column '{name}' is {value}; components must be finite. A row without a vector is null."
            ),
            parameter
        );

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
