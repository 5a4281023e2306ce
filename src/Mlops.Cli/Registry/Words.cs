using System.Globalization;
using System.Text;
using System.Xml;
using Mlops.Serialization;

namespace Mlops.Cli.Registry;

/// <summary>Texts that become values, and values that become texts.</summary>
internal static class Words
{
    /// <summary>A value of an enumeration, as the command line writes it: <c>essential-services</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var text = new StringBuilder();
        foreach (var letter in value.ToString())
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    /// <summary>The value that a text names.</summary>
    public static T Parse<T>(string text, string option)
        where T : struct, Enum
    {
        var plain = text.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        return
            plain.Length > 0
            && !char.IsAsciiDigit(plain[0])
            && Enum.TryParse<T>(plain, ignoreCase: true, out var value)
            && Enum.IsDefined(value)
            ? value
            : throw new CliException(
                $"{option} is '{text}'; one of {string.Join(", ", Enum.GetValues<T>().Select(Of))} was expected."
            );
    }

    public static string Count(long number, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many ?? one + "s")}");

    /// <summary>A time to the minute.</summary>
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    /// <summary>How long ago a time was, in one unit.</summary>
    public static string Age(DateTimeOffset time, DateTimeOffset now)
    {
        var age = now - time;
        return age switch
        {
            _ when age < TimeSpan.FromMinutes(1) => "just now",
            _ when age < TimeSpan.FromHours(1) => $"{Count((long)age.TotalMinutes, "minute")} ago",
            _ when age < TimeSpan.FromDays(2) => $"{Count((long)age.TotalHours, "hour")} ago",
            _ => $"{Count((long)age.TotalDays, "day")} ago",
        };
    }

    /// <summary>The beginning of a digest: enough to find it again, as <c>--withdraw</c> takes it.</summary>
    public static string Short(ContentDigest digest) => digest.ToString()["sha256:".Length..][..12];

    /// <summary>A time, in UTC unless it says otherwise.</summary>
    public static DateTimeOffset ParseTime(string text, string option) =>
        DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time
        )
            ? time
            : throw new CliException($"{option} is '{text}'; a time in UTC was expected, such as 2026-11-01T12:00Z.");

    /// <summary>A time span, such as 180d.</summary>
    public static TimeSpan ParseDuration(string text, string option)
    {
        (string Ending, TimeSpan Unit)[] units =
        [
            ("min", TimeSpan.FromMinutes(1)),
            ("w", TimeSpan.FromDays(7)),
            ("d", TimeSpan.FromDays(1)),
            ("h", TimeSpan.FromHours(1)),
        ];
        foreach (var (ending, unit) in units)
        {
            if (
                text.EndsWith(ending, StringComparison.Ordinal)
                && int.TryParse(text[..^ending.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                && count is > 0 and <= 50_000
            )
            {
                return count * unit;
            }
        }

        try
        {
            if (text.StartsWith('P') && XmlConvert.ToTimeSpan(text) is var span && span > TimeSpan.Zero)
            {
                return span;
            }
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            // The message below says what is right.
        }

        throw new CliException($"{option} is '{text}'; a time span was expected, such as 180d, 12h or P180D.");
    }

    /// <summary>Both sides of an equals sign.</summary>
    public static (string Name, string Value) Pair(string text, string option, string example)
    {
        var split = text.IndexOf('=', StringComparison.Ordinal);
        return split > 0 && split < text.Length - 1
            ? (text[..split], text[(split + 1)..])
            : throw new CliException($"{option} is '{text}'; NAME=VALUE was expected, as in {example}.");
    }

    /// <summary>A file's bytes.</summary>
    public static byte[] ReadFile(string path, string what) =>
        File.Exists(path)
            ? File.ReadAllBytes(path)
            : throw new CliException($"There is no {what} '{path}' in {Directory.GetCurrentDirectory()}.");
}
