namespace Mlops.Data.Tests.Csv;

/// <summary>Writes CSV as RFC 4180 has it.</summary>
internal static class CsvText
{
    public static string Quote(string value) => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Write(
        IEnumerable<IEnumerable<string>> records,
        string delimiter = ",",
        string lineBreak = "\n"
    ) => string.Concat(records.Select(record => string.Join(delimiter, record.Select(Quote)) + lineBreak));
}
