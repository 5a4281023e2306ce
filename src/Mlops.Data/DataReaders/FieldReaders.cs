using System.Data;
using System.Globalization;
using Mlops.Data.Parsing;

namespace Mlops.Data.DataReaders;

/// <summary>Says how values of each type that a data reader can have become a column.</summary>
internal static class FieldReaders
{
    /// <summary>The reader of a field; <see langword="null"/> when its type has no column.</summary>
    /// <param name="type">The type that the data reader states.</param>
    /// <param name="ordinal">The column's position.</param>
    /// <param name="name">The column's name.</param>
    /// <param name="stated">The kind that was asked for.</param>
    public static FieldReader? Of(Type type, int ordinal, string name, ColumnKind? stated)
    {
        var isFree = stated == ColumnKind.Text;
        if (type == typeof(string))
            return new TextFieldReader(ordinal, name, isFree, (record, i) => record.GetString(i));
        if (type == typeof(char) || type == typeof(Guid))
            return new TextFieldReader(ordinal, name, isFree, (record, i) => record.GetValue(i).ToString()!);
        if (type == typeof(object) && stated is not null)
            return new TextFieldReader(ordinal, name, isFree, (record, i) => TextOf(record.GetValue(i)));
        if (type == typeof(float[]))
            return new VectorFieldReader(ordinal, name);
        if (type == typeof(bool))
            return Booleans(ordinal, name);
        return (FieldReader?)Number(type, ordinal, name) ?? Time(type, ordinal, name);
    }

    private static ValueFieldReader<double>? Number(Type type, int ordinal, string name)
    {
        if (type == typeof(double))
            return Numbers(ordinal, name, SourceType.Double, (record, i) => record.GetDouble(i));
        if (type == typeof(float))
            return Numbers(ordinal, name, SourceType.Single, (record, i) => record.GetFloat(i));
        if (type == typeof(decimal))
            return Numbers(ordinal, name, SourceType.Double, (record, i) => (double)record.GetDecimal(i));
        if (type == typeof(long))
            return Numbers(ordinal, name, SourceType.Integer, (record, i) => record.GetInt64(i));
        if (type == typeof(int))
            return Numbers(ordinal, name, SourceType.Integer, (record, i) => record.GetInt32(i));
        if (type == typeof(short))
            return Numbers(ordinal, name, SourceType.Integer, (record, i) => record.GetInt16(i));
        if (type == typeof(byte))
            return Numbers(ordinal, name, SourceType.Integer, (record, i) => record.GetByte(i));
        if (type == typeof(sbyte) || type == typeof(ushort) || type == typeof(uint) || type == typeof(ulong))
        {
            return Numbers(
                ordinal,
                name,
                SourceType.Integer,
                (record, i) => Convert.ToDouble(record.GetValue(i), CultureInfo.InvariantCulture)
            );
        }

        return null;
    }

    private static ValueFieldReader<long>? Time(Type type, int ordinal, string name)
    {
        if (type == typeof(DateTime))
            return Times(ordinal, name, (record, i) => Column.TicksOf(record.GetDateTime(i)));
        if (type == typeof(DateTimeOffset))
            return Times(ordinal, name, (record, i) => ((DateTimeOffset)record.GetValue(i)).UtcTicks);
        if (type == typeof(DateOnly))
            return Times(ordinal, name, (record, i) => ((DateOnly)record.GetValue(i)).ToDateTime(default).Ticks);
        return null;
    }

    private static ValueFieldReader<double> Numbers(
        int ordinal,
        string name,
        SourceType source,
        Func<IDataRecord, int, double> get
    ) => new(ordinal, double.NaN, get, values => new NumericColumn(name, source, values));

    private static ValueFieldReader<long> Times(int ordinal, string name, Func<IDataRecord, int, long> get) =>
        new(ordinal, TimeColumn.Missing, get, ticks => new TimeColumn(name, SourceType.Timestamp, ticks));

    private static ValueFieldReader<sbyte> Booleans(int ordinal, string name) =>
        new(
            ordinal,
            BooleanColumn.Missing,
            (record, i) => Column.CodeOf(record.GetBoolean(i)),
            codes => new BooleanColumn(name, SourceType.Boolean, codes)
        );

    // As the columns themselves are written, so that the text converts back.
    private static string TextOf(object value) =>
        value switch
        {
            bool boolean => boolean ? "true" : "false",
            double number => ColumnConversion.Format(number),
            float number => ColumnConversion.Format(number),
            DateTime time => IsoTimeParser.Format(Column.TicksOf(time)),
            DateTimeOffset time => IsoTimeParser.Format(time.UtcTicks),
            byte[] => throw new FormatException("The value is bytes, which are no text."),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
}
