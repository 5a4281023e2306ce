using System.Globalization;

namespace Mlops.Registry.Testing.Cases;

/// <summary>What a case claims; a claim that does not hold is a violation.</summary>
internal static class Claim
{
    public static void Equal<T>(string guarantee, T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new ContractViolationException(guarantee, Show(expected), Show(actual));
        }
    }

    public static void Sequence<T>(string guarantee, IEnumerable<T> expected, IEnumerable<T> actual)
    {
        var (wanted, found) = (expected.ToList(), actual.ToList());
        if (!wanted.SequenceEqual(found))
        {
            throw new ContractViolationException(guarantee, ShowAll(wanted), ShowAll(found));
        }
    }

    public static void Bytes(string guarantee, ReadOnlyMemory<byte> expected, ReadOnlyMemory<byte> actual)
    {
        if (!expected.Span.SequenceEqual(actual.Span))
        {
            throw new ContractViolationException(guarantee, Show(expected), Show(actual));
        }
    }

    public static T NotNull<T>(string guarantee, T? value)
        where T : class => value ?? throw new ContractViolationException(guarantee, "something", "nothing");

    public static async Task<TException> ThrowsAsync<TException>(string guarantee, Func<Task> action)
        where TException : Exception
    {
        try
        {
            await action().ConfigureAwait(false);
        }
        catch (TException exception)
        {
            return exception;
        }
        catch (Exception exception) when (exception is not ContractViolationException)
        {
            throw new ContractViolationException(
                guarantee,
                typeof(TException).Name,
                $"{exception.GetType().Name}: {exception.Message}",
                exception
            );
        }

        throw new ContractViolationException(guarantee, typeof(TException).Name, "no exception");
    }

    private static string Show(ReadOnlyMemory<byte> bytes) =>
        bytes.Length <= 64
            ? $"{bytes.Length} bytes, {Convert.ToHexStringLower(bytes.Span)}"
            : $"{bytes.Length} bytes, {Convert.ToHexStringLower(bytes.Span[..32])}…";

    private static string Show<T>(T value) =>
        value switch
        {
            null => "nothing",
            string text => $"'{text}'",
            _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
        };

    private static string ShowAll<T>(List<T> values)
    {
        const int Most = 40;
        var shown = string.Join(", ", values.Take(Most).Select(Show));
        return values.Count <= Most ? $"[{shown}]" : $"[{shown}, … {values.Count} in all]";
    }
}
