using System.Text;

namespace Mlops.Data.Csv;

/// <summary>The fields that mean that nothing is there; see <see cref="CsvOptions.MissingTokens"/>.</summary>
internal sealed class MissingTokens
{
    private readonly bool _isEmptyMissing;
    private readonly byte[][] _tokens;
    private readonly bool[] _isFirstByte = new bool[256];

    public MissingTokens(IReadOnlyList<string> tokens)
    {
        _isEmptyMissing = tokens.Contains("", StringComparer.Ordinal);
        _tokens = [.. tokens.Where(token => token.Length > 0).Select(Encoding.UTF8.GetBytes)];
        foreach (var token in _tokens)
            _isFirstByte[token[0]] = true;
    }

    /// <summary>Whether a field means that nothing is there, unless it is in quotes.</summary>
    /// <param name="trimmed">The field without surrounding spaces.</param>
    public bool Contains(ReadOnlySpan<byte> trimmed)
    {
        if (trimmed.Length == 0)
            return _isEmptyMissing;
        if (!_isFirstByte[trimmed[0]])
            return false;
        foreach (var token in _tokens)
        {
            if (trimmed.SequenceEqual(token))
                return true;
        }

        return false;
    }
}
