// The local store's schema. user_version counts how many have run; one that has landed is never edited.

/** Settings of this machine and the session that is kept over a restart. */
export const deviceMigrations: readonly string[] = [`create table items (name text primary key, value text not null) strict;`]

/** What one person has on this machine. A person's data is a file of its own: another account cannot meet it. */
export const personMigrations: readonly string[] = [
  `
  create table conversations (
    id text primary key,
    ordinal integer not null,
    stage text not null,
    -- highest seq up to which all messages are here, without a gap
    synced_seq integer not null default 0,
    content text not null
  ) strict;
  create index conversations_ordinal on conversations (ordinal);
  create table people (id text primary key, content text not null) strict;
  create table messages (
    position integer primary key autoincrement,
    id text not null unique,
    conversation_id text,
    -- where it stands in the stream; unsent messages stand last, in the order they were written
    sort_ordinal integer not null,
    sort_seq integer not null,
    -- null: as written; an answer made on this machine stands right under its question
    sort_position real,
    seq integer,
    author text not null,
    at integer not null,
    body text not null,
    -- pending, delivered, failed for one's own; null for others'
    delivery text,
    failure text,
    -- answers made on this machine while there was no line: the question they belong to
    offline_reply_to text
  ) strict;
  create index messages_stream on messages (sort_ordinal, sort_seq, coalesce(sort_position, position));
  create index messages_conversation on messages (conversation_id, sort_seq, coalesce(sort_position, position));
  create index messages_offline on messages (offline_reply_to) where offline_reply_to is not null;
  -- what must still reach the server, in order
  create table outbox (
    position integer primary key autoincrement,
    id text not null unique references messages (id) on delete cascade,
    conversation_id text,
    text text not null,
    article_id text,
    offline_answer text
  ) strict;
  create table drafts (conversation_id text primary key, text text not null, at integer not null) strict;
  create table marks (name text primary key, value text not null) strict;
  `,
  `
  -- one an answer; it may come before its message does
  create table votes (message_id text primary key, content text not null) strict;
  create table notices (
    id text primary key,
    kind text not null,
    content text not null,
    read_at integer,
    -- 1: read here, and the server was not told yet
    is_untold integer not null default 0
  ) strict;
  create index notices_kind on notices (kind, id);
  create index notices_unread on notices (kind) where read_at is null;
  `,
  // how a question came about (contract/domain/question-origin.ts); null: typed, or an offered option
  `alter table outbox add column origin text;`,
  // 1: its author was asked about a word and sends it all the same
  `alter table outbox add column is_confirmed integer not null default 0;`,
  // how far the guides of an answer were walked; by its question, so that it outlives the answer made with no line
  `create table guides (reply_to text primary key, content text not null) strict;`,
  `
  -- 留言 and 预约 as they were seen last: shown with no line
  create table records (
    kind text not null,
    id text not null,
    sort_at integer not null,
    content text not null,
    -- when what is listed of it came
    listed_at integer not null,
    -- when all of it came; null: only what is listed
    whole_at integer,
    primary key (kind, id)
  ) strict;
  create index records_order on records (kind, sort_at, id);
  -- what was typed in a form, under the id that its submission will have
  create table form_drafts (form text primary key, id text not null, content text, at integer not null) strict;
  `,
  // files chosen for a form: on their way to the server, or there and not submitted yet; their bytes lie in a folder beside the store
  `
  create table attachments (
    position integer primary key autoincrement,
    id text not null unique,
    form_key text not null,
    name text not null,
    size_bytes integer not null,
    sent_bytes integer not null default 0,
    -- chosen, uploading, uploaded, failed
    state text not null default 'chosen',
    failure text
  ) strict;
  create index attachments_form on attachments (form_key);
  `,
  `
  -- the last toggle of every answer that was ever kept; by its question, as guides are
  create table favourites (
    question_id text primary key,
    message_id text not null,
    is_kept integer not null,
    toggled_at integer not null,
    kept_at integer,
    content text,
    -- 1: toggled here, and the server was not told yet
    is_untold integer not null default 0
  ) strict;
  create index favourites_kept on favourites (kept_at, question_id) where is_kept = 1;
  create index favourites_untold on favourites (toggled_at) where is_untold = 1;
  `,
  // a picture or file: sent when it is uploaded
  `alter table outbox add column attachment_id text;`,
  // the message that it speaks of
  `alter table outbox add column quote text;`,
]
