namespace Mlops.Storage.Migrations;

/// <summary>The database holds migrations that this version of the code does not know: a newer version has been here.</summary>
/// <param name="message">What was wrong, where, and what would be right.</param>
/// <param name="innerException">What the database's own library said, where it said something.</param>
public sealed class NewerSchemaException(string message, Exception? innerException = null)
    : Exception(message, innerException);
