using System.Text;
using System.Text.Json;
using Mlops.Serialization;

namespace Mlops.Abstractions.Tests.Serialization;

public class CanonicalJsonTests
{
    [Fact]
    public void Serialize_Rfc8785Section322Example_IsTheRfcsResult()
    {
        const string Input = """
            {
              "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """;

        var canonical = Canonical(Input);

        Assert.Equal(
            """{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}""",
            canonical
        );
    }

    [Fact]
    public void Serialize_Rfc8785Section323Example_SortsByUtf16CodeUnits()
    {
        const string Input = """
            {
              "\u20ac": "Euro Sign",
              "\r": "Carriage Return",
              "\ufb33": "Hebrew Letter Dalet With Dagesh",
              "1": "One",
              "\ud83d\ude00": "Emoji: Grinning Face",
              "\u0080": "Control",
              "\u00f6": "Latin Small Letter O With Diaeresis"
            }
            """;

        using var document = JsonDocument.Parse(CanonicalJson.Serialize(Parse(Input)));

        Assert.Equal(
            [
                "Carriage Return",
                "One",
                "Control",
                "Latin Small Letter O With Diaeresis",
                "Euro Sign",
                "Emoji: Grinning Face",
                "Hebrew Letter Dalet With Dagesh",
            ],
            document.RootElement.EnumerateObject().Select(property => property.Value.GetString())
        );
    }

    [Fact]
    public void Serialize_EveryAsciiCharacter_IsEscapedOnlyWhereJsonDemandsIt()
    {
        for (var character = '\0'; character < 128; character++)
        {
            var expected = character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\t' => "\\t",
                '\n' => "\\n",
                '\f' => "\\f",
                '\r' => "\\r",
                < ' ' => $"\\u{(int)character:x4}",
                _ => character.ToString(),
            };

            Assert.Equal($"\"{expected}\"", Canonical($"\"\\u{(int)character:X4}\""));
        }
    }

    [Theory]
    [InlineData("\"\\u20AC\\/ \\ud83d\\udE00\"", "\"€/ 😀\"")]
    [InlineData("\"é\\u0041\\u2028\"", "\"éA\u2028\"")]
    [InlineData(" [ ] ", "[]")]
    [InlineData(" { } ", "{}")]
    [InlineData(
        "[ 1 , [ ] , { \"b\" : 1 , \"a\" : [ { \"d\" : 1, \"c\" : 2 } ] } ]",
        """[1,[],{"a":[{"c":2,"d":1}],"b":1}]"""
    )]
    [InlineData("""{"\n":1,"\u0000":2,"":3}""", """{"":3,"\u0000":2,"\n":1}""")]
    [InlineData("true", "true")]
    [InlineData("null", "null")]
    public void Serialize_AnyForm_HasOneCanonicalForm(string input, string expected) =>
        Assert.Equal(expected, Canonical(input));

    [Theory]
    [InlineData("-0", "0")]
    [InlineData("-0.0e5", "0")]
    [InlineData("1.0", "1")]
    [InlineData("10e-1", "1")]
    [InlineData("1e17", "100000000000000000")]
    [InlineData("100000000000000000", "100000000000000000")]
    [InlineData("1152921504606847000", "1152921504606847000")]
    [InlineData("9007199254740992", "9007199254740992")]
    [InlineData("-9007199254740992", "-9007199254740992")]
    [InlineData("9007199254740991", "9007199254740991")]
    [InlineData("999999999999999", "999999999999999")]
    [InlineData("1e-400", "0")]
    public void Serialize_Number_IsWrittenAsEcmaScriptWritesIt(string input, string expected) =>
        Assert.Equal(expected, Canonical(input));

    [Theory]
    [InlineData("""{"a":[0,9007199254740993]}""", "$.a[1]", "9007199254740993")]
    [InlineData("1152921504606846976", "$", "2^53")]
    [InlineData("-9007199254740993", "$", "2^53")]
    [InlineData("[1e400]", "$[0]", "range of a double")]
    [InlineData("""{"b":{"x":1,"y":2,"x":3}}""", "$.b", "'x' stands twice")]
    [InlineData("""{"x":1,"x":1}""", "$", "'x' stands twice")]
    [InlineData("""{"x":1,"\u0078":1}""", "$", "'x' stands twice")]
    [InlineData("""{"a":"\ud800"}""", "$.a", "lone surrogate")]
    [InlineData("""["\udc00\ud800"]""", "$[0]", "lone surrogate")]
    [InlineData("""{"a":{"\udfff":1}}""", "$.a", "lone surrogate")]
    public void Serialize_WithoutCanonicalForm_SaysWhereAndWhy(string input, string where, string why)
    {
        var exception = Assert.Throws<FormatException>(() => Canonical(input));

        Assert.StartsWith(where + ": ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(why, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Serialize_InvalidUtf8_IsRefused()
    {
        using var document = JsonDocument.Parse(new byte[] { (byte)'"', 0xC3, 0x28, (byte)'"' });

        Assert.Throws<FormatException>(() => CanonicalJson.Serialize(document.RootElement));
    }

    [Fact]
    public void Serialize_AtTheMaximumDepth_PassesAndOneDeeperIsRefused()
    {
        Assert.Equal(Nested(CanonicalJson.MaximumDepth), Canonical(Nested(CanonicalJson.MaximumDepth)));

        var exception = Assert.Throws<FormatException>(() => Canonical(Nested(CanonicalJson.MaximumDepth + 1)));
        Assert.Contains("64 deep", exception.Message, StringComparison.Ordinal);

        static string Nested(int depth) => new string('[', depth) + new string(']', depth);
    }

    [Fact]
    public void Serialize_DefaultElement_IsTheCallersMistake() =>
        Assert.Throws<ArgumentException>("value", () => CanonicalJson.Serialize(default));

    [Fact]
    public void Serialize_DisposedDocument_IsNotTakenForBadText()
    {
        var document = JsonDocument.Parse("\"\\n\"");
        var element = document.RootElement;
        document.Dispose();

        Assert.Throws<ObjectDisposedException>(() => CanonicalJson.Serialize(element));
    }

    [Fact]
    public void Serialize_ItsOwnResult_ChangesNothing() =>
        Laws.Hold(
            JsonTexts.Values,
            text =>
            {
                var once = CanonicalJson.Serialize(Parse(text));
                using var document = JsonDocument.Parse(once);
                Assert.Equal(once, CanonicalJson.Serialize(document.RootElement));
            }
        );

    [Fact]
    public void Serialize_AnyText_MeansTheSame() =>
        Laws.Hold(
            JsonTexts.Values,
            text =>
            {
                using var document = JsonDocument.Parse(CanonicalJson.Serialize(Parse(text)));
                Assert.True(JsonElement.DeepEquals(Parse(text), document.RootElement), text);
            }
        );

    private static string Canonical(string json) => Encoding.UTF8.GetString(CanonicalJson.Serialize(Parse(json)));

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1000 });
        return document.RootElement.Clone();
    }
}
