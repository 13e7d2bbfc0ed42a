<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="th" sourcelanguage="en">
  <context>
    <name>About</name>
    <message>
      <source>About Neva Reader</source>
      <translation>เกี่ยวกับโปรแกรมเนวา</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>ปิด</translation>
    </message>
    <message>
      <source>Neva Reader</source>
      <translation>เนวา (Neva Reader)</translation>
    </message>
    <message>
      <source>Version {0}</source>
      <translation>รุ่น {0}</translation>
    </message>
    <message>
      <source>An offline reader for Thai encyclopedic texts. It never uses a network.</source>
      <translation>โปรแกรมอ่านบทความสารานุกรมภาษาไทย ทำงานภายในเครื่องทั้งหมด ไม่ใช้เครือข่ายใด ๆ</translation>
    </message>
    <message>
      <source>The text of the entry</source>
      <translation>เนื้อหาบทความ</translation>
    </message>
    <message>
      <source>Cards, notes and map</source>
      <translation>บัตรอธิบายศัพท์ หมายเหตุ และแผนที่</translation>
    </message>
    <message>
      <source>Written and drawn for this project. Licence: CC BY 4.0.</source>
      <translation>เขียนและวาดขึ้นสำหรับโครงการนี้ สัญญาอนุญาต CC BY 4.0</translation>
    </message>
    <message>
      <source>Program</source>
      <translation>โปรแกรม</translation>
    </message>
    <message>
      <source>Licence: Apache License 2.0.</source>
      <translation>สัญญาอนุญาต Apache License 2.0</translation>
    </message>
    <message>
      <source>Parts made by others</source>
      <translation>ส่วนประกอบที่ผู้อื่นจัดทำ</translation>
    </message>
  </context>
  <context>
    <name>BookshelfView</name>
    <message>
      <source>Damaged: install it again.</source>
      <translation>ไฟล์เสียหาย โปรดติดตั้งใหม่</translation>
    </message>
    <message>
      <source>version {number}</source>
      <translation>รุ่น {number}</translation>
    </message>
    <message>
      <source>The file cannot be found.</source>
      <translation>ไม่พบไฟล์</translation>
    </message>
    <message>
      <source>Install a package</source>
      <translation>ติดตั้งชุดบทความ</translation>
    </message>
    <message>
      <source>Article packages (*.neva)</source>
      <translation>ชุดบทความ (*.neva)</translation>
    </message>
    <message>
      <source>“{title}” is on the shelf.</source>
      <translation>วาง “{title}” บนชั้นหนังสือแล้ว</translation>
    </message>
    <message>
      <source>Read</source>
      <translation>อ่าน</translation>
    </message>
    <message>
      <source>The shelf holds a newer version, {found}, of this package.</source>
      <translation>บนชั้นมีชุดบทความนี้รุ่น {found} ซึ่งใหม่กว่าอยู่แล้ว</translation>
    </message>
    <message>
      <source>The package of this name you have is by “{found}”; this one is by “{wanted}”.</source>
      <translation>ชุดบทความชื่อนี้ที่มีอยู่เป็นของ “{found}” แต่ไฟล์นี้เป็นของ “{wanted}”</translation>
    </message>
    <message>
      <source>The shelf holds this package already, in version {found}.</source>
      <translation>บนชั้นมีชุดบทความนี้รุ่น {found} อยู่แล้ว</translation>
    </message>
    <message>
      <source>Replace it</source>
      <translation>เปลี่ยนเป็นไฟล์นี้</translation>
    </message>
    <message>
      <source>“{title}” was removed.</source>
      <translation>นำ “{title}” ออกแล้ว</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>เลิกทำ</translation>
    </message>
    <message>
      <source>Nothing on the shelf has these words.</source>
      <translation>ไม่มีรายการใดบนชั้นตรงกับคำนี้</translation>
    </message>
    <message>
      <source>No article packages are installed yet. Choose “Install a package…” and a file *.neva, or drop such a file here.</source>
      <translation>ยังไม่มีชุดบทความที่ติดตั้งไว้ เลือก “ติดตั้งชุดบทความ…” แล้วเลือกไฟล์ *.neva หรือลากไฟล์มาวางที่นี่</translation>
    </message>
    <message>
      <source>Comes with the reader</source>
      <translation>มากับโปรแกรม</translation>
    </message>
    <message>
      <source>Installed packages</source>
      <translation>ชุดบทความที่ติดตั้งไว้</translation>
    </message>
    <message>
      <source>Texts opened last</source>
      <translation>ข้อความที่เปิดล่าสุด</translation>
    </message>
    <message>
      <source>Bookshelf</source>
      <translation>ชั้นหนังสือ</translation>
    </message>
    <message>
      <source>Search the shelf</source>
      <translation>ค้นหาบนชั้นหนังสือ</translation>
    </message>
    <message>
      <source>Install a package…</source>
      <translation>ติดตั้งชุดบทความ…</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>นำออก</translation>
    </message>
    <message>
      <source>Take the package off the shelf (Del)</source>
      <translation>นำชุดบทความออกจากชั้น (Del)</translation>
    </message>
    <message>
      <source>Back to the text</source>
      <translation>กลับไปที่ข้อความ</translation>
    </message>
    <message>
      <source>Back to the text (Esc)</source>
      <translation>กลับไปที่ข้อความ (Esc)</translation>
    </message>
  </context>
  <context>
    <name>CardView</name>
    <message>
      <source>All names</source>
      <translation>ชื่อทั้งหมด</translation>
    </message>
    <message>
      <source>Back to the lists</source>
      <translation>กลับไปที่รายการ</translation>
    </message>
    <message>
      <source>Previous mention (Shift+F4)</source>
      <translation>จุดก่อนหน้าที่กล่าวถึง (Shift+F4)</translation>
    </message>
    <message>
      <source>Previous mention</source>
      <translation>จุดก่อนหน้าที่กล่าวถึง</translation>
    </message>
    <message>
      <source>Next mention (F4)</source>
      <translation>จุดถัดไปที่กล่าวถึง (F4)</translation>
    </message>
    <message>
      <source>Next mention</source>
      <translation>จุดถัดไปที่กล่าวถึง</translation>
    </message>
    <message>
      <source>Pin</source>
      <translation>ตรึง</translation>
    </message>
    <message>
      <source>Keep this card in a window of its own (F7)</source>
      <translation>ตรึงคำอธิบายนี้ไว้ในหน้าต่างแยก (F7)</translation>
    </message>
  </context>
  <context>
    <name>CardWriter</name>
    <message>
      <source>There is no definition of this term yet.</source>
      <translation>ยังไม่มีคำอธิบายของคำนี้</translation>
    </message>
    <message>
      <source>Role in this article</source>
      <translation>บทบาทในบทความ</translation>
    </message>
    <message>
      <source>Why it matters here</source>
      <translation>ความสำคัญต่อเรื่องนี้</translation>
    </message>
    <message>
      <source>Sources</source>
      <translation>แหล่งอ้างอิง</translation>
    </message>
    <message>
      <source>See also</source>
      <translation>ดูเพิ่มเติม</translation>
    </message>
    <message>
      <source>Other spelling:</source>
      <translation>รูปสะกดอื่น:</translation>
    </message>
    <message>
      <source>Also printed here:</source>
      <translation>คำพิมพ์คลาดเคลื่อน:</translation>
    </message>
    <message>
      <source>Appears in paragraph</source>
      <translation>ปรากฏในย่อหน้าที่</translation>
    </message>
    <message>
      <source>Old Style (Julian)</source>
      <translation>ปฏิทินเก่า (จูเลียน)</translation>
    </message>
    <message>
      <source>New Style (Gregorian)</source>
      <translation>ปฏิทินใหม่ (เกรกอเรียน)</translation>
    </message>
    <message>
      <source>Buddhist Era</source>
      <translation>พุทธศักราช</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>เวลา</translation>
    </message>
    <message>
      <source>The entry prints the Old Style date.</source>
      <translation>วันที่ในบทความเป็นวันตามปฏิทินเก่า</translation>
    </message>
    <message>
      <source>The entry prints the New Style date.</source>
      <translation>วันที่ในบทความเป็นวันตามปฏิทินใหม่</translation>
    </message>
    <message>
      <source>The entry does not say which calendar.</source>
      <translation>บทความไม่ได้ระบุว่าใช้ปฏิทินใด</translation>
    </message>
    <message>
      <source>On the same day</source>
      <translation>ในวันเดียวกัน</translation>
    </message>
    <message>
      <source>Editor's note</source>
      <translation>หมายเหตุบรรณาธิการ</translation>
    </message>
    <message>
      <source>Misprint</source>
      <translation>คำพิมพ์คลาดเคลื่อน</translation>
    </message>
    <message>
      <source>End of the text</source>
      <translation>ตอนท้ายของบทความ</translation>
    </message>
    <message>
      <source>The evidence is clear.</source>
      <translation>หลักฐานชัดเจน</translation>
    </message>
    <message>
      <source>This is likely.</source>
      <translation>น่าจะเป็นเช่นนี้</translation>
    </message>
    <message>
      <source>The evidence is disputed.</source>
      <translation>หลักฐานต่างกัน</translation>
    </message>
  </context>
  <context>
    <name>CleanedView</name>
    <message>
      <source>The Thai of this text seems to have been broken in copying. It is shown as it is.</source>
      <translation>อักษรไทยในข้อความนี้ดูเหมือนเพี้ยนไปตอนคัดลอก โปรแกรมแสดงตามที่เป็นอยู่</translation>
    </message>
    <message>
      <source>Read a cleaned version (F12)</source>
      <translation>อ่านฉบับอ่านสะดวก (F12)</translation>
    </message>
    <message>
      <source>A cleaned reading version. The file and the verbatim text are unchanged.</source>
      <translation>กำลังอ่านฉบับอ่านสะดวก ไฟล์และตัวบทเดิมไม่เปลี่ยนแปลง</translation>
    </message>
    <message>
      <source>Back to the verbatim text (F12)</source>
      <translation>กลับไปที่ตัวบทเดิม (F12)</translation>
    </message>
    <message>
      <source>This text is too long for a cleaned version.</source>
      <translation>ข้อความนี้ยาวเกินกว่าจะทำฉบับอ่านสะดวก</translation>
    </message>
    <message>
      <source>Nothing in this text looks broken: there is nothing to clean.</source>
      <translation>ไม่พบอักษรที่เพี้ยนในข้อความนี้ จึงไม่มีฉบับอ่านสะดวก</translation>
    </message>
    <message>
      <source>{title} (cleaned)</source>
      <translation>{title} (ฉบับอ่านสะดวก)</translation>
    </message>
  </context>
  <context>
    <name>Comfort</name>
    <message>
      <source>Links in the text</source>
      <translation>ลิงก์ในเนื้อความ</translation>
    </message>
    <message>
      <source>All names</source>
      <translation>ทุกชื่อ</translation>
    </message>
    <message>
      <source>Once in a paragraph</source>
      <translation>ย่อหน้าละครั้ง</translation>
    </message>
    <message>
      <source>Starred terms only</source>
      <translation>เฉพาะคำติดดาว</translation>
    </message>
    <message>
      <source>None</source>
      <translation>ไม่แสดงลิงก์</translation>
    </message>
    <message>
      <source>Reading ruler</source>
      <translation>แถบนำสายตา</translation>
    </message>
    <message>
      <source>Projector mode</source>
      <translation>ฉายหน้าชั้น</translation>
    </message>
    <message>
      <source>Settings…</source>
      <translation>ตั้งค่า…</translation>
    </message>
  </context>
  <context>
    <name>Elsewhere</name>
    <message>
      <source>Read the entry “{title}”</source>
      <translation>อ่านบทความ “{title}”</translation>
    </message>
    <message>
      <source>Also explained in “{title}”</source>
      <translation>มีคำอธิบายในบทความ “{title}” ด้วย</translation>
    </message>
  </context>
  <context>
    <name>FindBar</name>
    <message>
      <source>Not found</source>
      <translation>ไม่พบข้อความที่ค้นหา</translation>
    </message>
    <message>
      <source>Clear the list of searches</source>
      <translation>ล้างรายการคำที่เคยค้น</translation>
    </message>
    <message>
      <source>Find in the text</source>
      <translation>ค้นหาในบทความ</translation>
    </message>
    <message>
      <source>Down arrow: words looked for before</source>
      <translation>ลูกศรลง: คำที่เคยค้น</translation>
    </message>
    <message>
      <source>Previous hit (Shift+F3)</source>
      <translation>ผลก่อนหน้า (Shift+F3)</translation>
    </message>
    <message>
      <source>Previous hit</source>
      <translation>ผลก่อนหน้า</translation>
    </message>
    <message>
      <source>Next hit (F3)</source>
      <translation>ผลถัดไป (F3)</translation>
    </message>
    <message>
      <source>Next hit</source>
      <translation>ผลถัดไป</translation>
    </message>
    <message>
      <source>How</source>
      <translation>วิธีค้น</translation>
    </message>
    <message>
      <source>How the words are looked for</source>
      <translation>วิธีค้นคำ</translation>
    </message>
    <message>
      <source>Exactly as typed</source>
      <translation>ตรงตามที่พิมพ์ทุกตัวอักษร</translation>
    </message>
    <message>
      <source>Any tone mark, digit, space or form of a name</source>
      <translation>ไม่ถือวรรณยุกต์ เลขไทยหรือเลขอารบิก วรรค และรูปเขียนของชื่อ</translation>
    </message>
    <message>
      <source>Loosely: also any letter of the same sound</source>
      <translation>แบบหลวม ถือว่าตัวอักษรที่ออกเสียงเดียวกัน (เช่น ซ ศ ษ ส) เหมือนกันด้วย</translation>
    </message>
    <message>
      <source>Whole words only</source>
      <translation>เฉพาะที่ตรงทั้งคำ</translation>
    </message>
    <message>
      <source>List</source>
      <translation>รายการ</translation>
    </message>
    <message>
      <source>All hits with their sentences (Ctrl+Shift+F)</source>
      <translation>ทุกแห่งที่พบพร้อมข้อความรอบคำ (Ctrl+Shift+F)</translation>
    </message>
    <message>
      <source>Close and stay here; Esc goes back</source>
      <translation>ปิดและอยู่ที่นี่ (กด Esc เพื่อกลับไปที่เดิม)</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>ปิด</translation>
    </message>
  </context>
  <context>
    <name>Finding</name>
    <message>
      <source>This year is printed here as: {forms}</source>
      <translation>ปีนี้พิมพ์ไว้ว่า {forms}</translation>
    </message>
    <message>
      <source>Not found as typed. A name close to it: {forms}</source>
      <translation>ไม่พบคำนี้ แต่พบชื่อที่ใกล้เคียง: {forms}</translation>
    </message>
    <message>
      <source>Also printed here as: {forms}</source>
      <translation>ชื่อนี้ยังพิมพ์ว่า {forms} ด้วย</translation>
    </message>
    <message>
      <source>Printed here as: {forms}</source>
      <translation>ชื่อนี้พิมพ์ไว้ว่า {forms}</translation>
    </message>
    <message>
      <source>Letters of one sound taken as alike: {count} found.</source>
      <translation>ถ้าถือว่าตัวอักษรที่ออกเสียงเดียวกันเหมือนกัน จะพบ {count} แห่ง</translation>
    </message>
    <message>
      <source>Search more loosely</source>
      <translation>ค้นแบบหลวมกว่านี้</translation>
    </message>
    <message>
      <source>Marks, digits and spaces disregarded: {count} found.</source>
      <translation>ถ้าไม่ถือวรรณยุกต์ ตัวเลข และวรรค จะพบ {count} แห่ง</translation>
    </message>
    <message>
      <source>Search so</source>
      <translation>ค้นแบบนี้</translation>
    </message>
    <message>
      <source>Parts of words included: {count} found.</source>
      <translation>ถ้านับส่วนของคำอื่นด้วย จะพบ {count} แห่ง</translation>
    </message>
    <message>
      <source>Find parts of words</source>
      <translation>ค้นส่วนของคำด้วย</translation>
    </message>
    <message>
      <source>In the other keyboard language, “{words}”: {count} found.</source>
      <translation>หากสลับภาษาแป้นพิมพ์เป็น “{words}” จะพบ {count} แห่ง</translation>
    </message>
    <message>
      <source>Search for that</source>
      <translation>ค้นคำนี้</translation>
    </message>
    <message>
      <source>Not in the text. In definitions and notes: {count}.</source>
      <translation>ไม่มีในเนื้อความ แต่มีในคำอธิบายและหมายเหตุ {count} รายการ</translation>
    </message>
    <message>
      <source>Show them</source>
      <translation>ดูรายการ</translation>
    </message>
    <message>
      <source>Try fewer letters, or a single word.</source>
      <translation>ลองพิมพ์ให้สั้นลง หรือค้นทีละคำ</translation>
    </message>
  </context>
  <context>
    <name>FirstSteps</name>
    <message>
      <source>Keys and commands</source>
      <translation>ปุ่มลัดและคำสั่ง</translation>
    </message>
    <message>
      <source>A look round</source>
      <translation>แนะนำโปรแกรม</translation>
    </message>
    <message>
      <source>Welcome. May we show you round? It takes half a minute.</source>
      <translation>ยินดีต้อนรับ ต้องการให้แนะนำโปรแกรมหรือไม่ ใช้เวลาราวครึ่งนาที</translation>
    </message>
  </context>
  <context>
    <name>FoundBar</name>
    <message>
      <source>Finding words …</source>
      <translation>กำลังหาคำ …</translation>
    </message>
    <message>
      <source>Finding names …</source>
      <translation>กำลังหาชื่อ …</translation>
    </message>
    <message>
      <source>Found automatically; mistakes are corrected by a right click on a name.</source>
      <translation>พบโดยอัตโนมัติ อาจมีที่ผิด คลิกขวาที่ชื่อเพื่อแก้ไข</translation>
    </message>
    <message>
      <source>No names were found in this text.</source>
      <translation>ไม่พบชื่อในข้อความนี้</translation>
    </message>
    <message>
      <source>Stopped. What was found by then is listed.</source>
      <translation>หยุดแล้ว รายการข้างล่างคือที่พบก่อนหยุด</translation>
    </message>
    <message>
      <source>Words and names could not be found here.</source>
      <translation>หาคำและชื่อในข้อความนี้ไม่สำเร็จ</translation>
    </message>
    <message>
      <source>This text is very long. Words and names were not looked for yet.</source>
      <translation>ข้อความนี้ยาวมาก จึงยังไม่ได้หาคำและชื่อ</translation>
    </message>
    <message>
      <source>Found automatically; more names are being looked for …</source>
      <translation>พบโดยอัตโนมัติ กำลังหาชื่ออื่นต่อ …</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>หยุด</translation>
    </message>
    <message>
      <source>Find</source>
      <translation>เริ่มหา</translation>
    </message>
  </context>
  <context>
    <name>FoundCard</name>
    <message>
      <source>Also printed as:</source>
      <translation>ในเรื่องนี้พิมพ์ว่า</translation>
    </message>
    <message>
      <source>Found automatically</source>
      <translation>พบโดยอัตโนมัติ</translation>
    </message>
    <message>
      <source>From the card in: {title}</source>
      <translation>คำอธิบายจากเรื่อง {title}</translation>
    </message>
    <message>
      <source>If this is wrong, right-click the name in the text or in the list.</source>
      <translation>หากไม่ถูกต้อง คลิกขวาที่ชื่อในเนื้อความหรือในรายการเพื่อแก้ไข</translation>
    </message>
  </context>
  <context>
    <name>FoundDates</name>
    <message>
      <source>Dates</source>
      <translation>วันเวลา</translation>
    </message>
    <message>
      <source>Dates found in this text</source>
      <translation>วันเวลาที่พบในข้อความนี้</translation>
    </message>
    <message>
      <source>Found automatically: {count}</source>
      <translation>พบโดยอัตโนมัติ {count} แห่ง</translation>
    </message>
  </context>
  <context>
    <name>FoundMenu</name>
    <message>
      <source>Change the name…</source>
      <translation>เปลี่ยนชื่อ…</translation>
    </message>
    <message>
      <source>It is of another kind</source>
      <translation>เป็นประเภทอื่น</translation>
    </message>
    <message>
      <source>It is the same as</source>
      <translation>เป็นชื่อเดียวกับ</translation>
    </message>
    <message>
      <source>This spelling is another name</source>
      <translation>ตัวสะกดนี้เป็นอีกชื่อหนึ่ง</translation>
    </message>
    <message>
      <source>It is no name</source>
      <translation>ไม่ใช่ชื่อ</translation>
    </message>
    <message>
      <source>Change the name</source>
      <translation>เปลี่ยนชื่อ</translation>
    </message>
    <message>
      <source>The name in full, as it is to be listed:</source>
      <translation>ชื่อเต็มที่จะให้แสดงในรายการ</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>เปลี่ยน</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>ยกเลิก</translation>
    </message>
  </context>
  <context>
    <name>FoundNames</name>
    <message>
      <source>Find words and names in this text</source>
      <translation>หาคำและชื่อในข้อความนี้</translation>
    </message>
    <message>
      <source>Stop finding names</source>
      <translation>หยุดหาชื่อ</translation>
    </message>
    <message>
      <source>Undo the last correction of a name</source>
      <translation>เลิกทำการแก้ไขชื่อครั้งล่าสุด</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>เลิกทำ</translation>
    </message>
    <message>
      <source>The name was changed.</source>
      <translation>เปลี่ยนชื่อแล้ว</translation>
    </message>
    <message>
      <source>The kind of the name was changed.</source>
      <translation>เปลี่ยนประเภทของชื่อแล้ว</translation>
    </message>
    <message>
      <source>The two names are one now.</source>
      <translation>รวมเป็นชื่อเดียวกันแล้ว</translation>
    </message>
    <message>
      <source>The spelling is a name of its own now.</source>
      <translation>แยกตัวสะกดนี้เป็นอีกชื่อหนึ่งแล้ว</translation>
    </message>
    <message>
      <source>It no longer counts as a name.</source>
      <translation>ไม่นับเป็นชื่อแล้ว</translation>
    </message>
    <message>
      <source>Correct this name</source>
      <translation>แก้ไขชื่อนี้</translation>
    </message>
  </context>
  <context>
    <name>HourControl</name>
    <message>
      <source>Old Style (New Style)</source>
      <translation>ปฏิทินเก่า (ปฏิทินใหม่)</translation>
    </message>
    <message>
      <source>Days of the Julian calendar; in brackets those of the Gregorian one</source>
      <translation>วันตามปฏิทินเก่า (จูเลียน) ในวงเล็บเป็นวันตามปฏิทินใหม่ (เกรกอเรียน)</translation>
    </message>
    <message>
      <source>Hour</source>
      <translation>เวลา</translation>
    </message>
    <message>
      <source>Slow</source>
      <translation>ช้า</translation>
    </message>
    <message>
      <source>Medium</source>
      <translation>ปานกลาง</translation>
    </message>
    <message>
      <source>Quick</source>
      <translation>เร็ว</translation>
    </message>
    <message>
      <source>Speed</source>
      <translation>ความเร็ว</translation>
    </message>
    <message>
      <source>A quarter of an hour back</source>
      <translation>ย้อนไปสิบห้านาที</translation>
    </message>
    <message>
      <source>A quarter of an hour on</source>
      <translation>ต่อไปสิบห้านาที</translation>
    </message>
    <message>
      <source>One step on</source>
      <translation>ก้าวต่อไปสิบห้านาที</translation>
    </message>
    <message>
      <source>Stop (Space)</source>
      <translation>หยุด (แป้นเว้นวรรค)</translation>
    </message>
    <message>
      <source>Let the hours pass (Space)</source>
      <translation>ให้เวลาเดินไป (แป้นเว้นวรรค)</translation>
    </message>
  </context>
  <context>
    <name>LargeMap</name>
    <message>
      <source>Large map</source>
      <translation>แผนที่ใหญ่</translation>
    </message>
    <message>
      <source>This text has no map.</source>
      <translation>บทความนี้ไม่มีแผนที่</translation>
    </message>
    <message>
      <source>Save the map</source>
      <translation>บันทึกแผนที่</translation>
    </message>
    <message>
      <source>The map was saved in {file}.</source>
      <translation>บันทึกแผนที่ลงในไฟล์ {file} แล้ว</translation>
    </message>
  </context>
  <context>
    <name>LargeMapView</name>
    <message>
      <source>Petrograd in 1917</source>
      <translation>กรุงเปโตรกราด ค.ศ. ๑๙๑๗</translation>
    </message>
    <message>
      <source>Back to the text</source>
      <translation>กลับไปที่ข้อความ</translation>
    </message>
    <message>
      <source>Close the large map (Esc)</source>
      <translation>ปิดแผนที่ใหญ่ (Esc)</translation>
    </message>
    <message>
      <source>Names and colours</source>
      <translation>ชื่อและสี</translation>
    </message>
    <message>
      <source>List of places</source>
      <translation>รายชื่อสถานที่</translation>
    </message>
    <message>
      <source>All places in a list, for keyboard and screen reader</source>
      <translation>สถานที่ทั้งหมดเป็นรายชื่อ สำหรับแป้นพิมพ์และโปรแกรมอ่านหน้าจอ</translation>
    </message>
    <message>
      <source>Save the map</source>
      <translation>บันทึกแผนที่</translation>
    </message>
    <message>
      <source>Names in one language</source>
      <translation>ชื่อภาษาเดียว</translation>
    </message>
    <message>
      <source>Names also in Russian</source>
      <translation>ชื่อภาษารัสเซียด้วย</translation>
    </message>
    <message>
      <source>Names also in English</source>
      <translation>ชื่อภาษาอังกฤษด้วย</translation>
    </message>
    <message>
      <source>Names also in Thai</source>
      <translation>ชื่อภาษาไทยด้วย</translation>
    </message>
    <message>
      <source>Colours for printing</source>
      <translation>สีสำหรับพิมพ์</translation>
    </message>
    <message>
      <source>Picture of what is shown (*.png)…</source>
      <translation>ภาพของส่วนที่เห็น (*.png)…</translation>
    </message>
    <message>
      <source>Drawing of the whole map (*.svg)…</source>
      <translation>ภาพเวกเตอร์ของแผนที่ทั้งแผ่น (*.svg)…</translation>
    </message>
    <message>
      <source>Data of the map (*.geojson)…</source>
      <translation>ข้อมูลแผนที่ (*.geojson)…</translation>
    </message>
    <message>
      <source>Places on the map</source>
      <translation>สถานที่บนแผนที่</translation>
    </message>
  </context>
  <context>
    <name>MapLegend</name>
    <message>
      <source>Building or place</source>
      <translation>อาคารหรือสถานที่</translation>
    </message>
    <message>
      <source>Railway station</source>
      <translation>สถานีรถไฟ</translation>
    </message>
    <message>
      <source>Ship</source>
      <translation>เรือ</translation>
    </message>
    <message>
      <source>Place beyond the map's edge</source>
      <translation>สถานที่นอกขอบแผนที่</translation>
    </message>
    <message>
      <source>Bridge that could be raised</source>
      <translation>สะพานที่ยกได้</translation>
    </message>
    <message>
      <source>Other bridge</source>
      <translation>สะพานอื่น</translation>
    </message>
    <message>
      <source>Railway</source>
      <translation>ทางรถไฟ</translation>
    </message>
  </context>
  <context>
    <name>MapView</name>
    <message>
      <source>N</source>
      <translation>น</translation>
    </message>
    <message>
      <source>Map of Petrograd in 1917</source>
      <translation>แผนที่กรุงเปโตรกราด ค.ศ. ๑๙๑๗</translation>
    </message>
    <message>
      <source>Tab goes from place to place, Enter opens the place.</source>
      <translation>กด Tab เพื่อไปยังสถานที่ถัดไป กด Enter เพื่อเปิดสถานที่นั้น</translation>
    </message>
    <message>
      <source>The arrow keys move the map, plus and minus zoom, 0 shows the whole city.</source>
      <translation>แป้นลูกศรใช้เลื่อนแผนที่ แป้นบวกและแป้นลบใช้ขยายและย่อ แป้น 0 ใช้แสดงทั้งเมือง</translation>
    </message>
    <message>
      <source>Zoom in</source>
      <translation>ขยาย</translation>
    </message>
    <message>
      <source>Zoom out</source>
      <translation>ย่อ</translation>
    </message>
    <message>
      <source>Show the whole city</source>
      <translation>แสดงทั้งเมือง</translation>
    </message>
    <message>
      <source>Large map (Ctrl+M)</source>
      <translation>แผนที่ใหญ่ (Ctrl+M)</translation>
    </message>
    <message>
      <source>About this map</source>
      <translation>เกี่ยวกับแผนที่นี้</translation>
    </message>
  </context>
  <context>
    <name>MarkBar</name>
    <message>
      <source>Close (Esc)</source>
      <translation>ปิด (Esc)</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>ปิด</translation>
    </message>
    <message>
      <source>Mark the selected words</source>
      <translation>ทำเครื่องหมายข้อความที่เลือก</translation>
    </message>
  </context>
  <context>
    <name>MarkEditor</name>
    <message>
      <source>Close (Esc)</source>
      <translation>ปิด (Esc)</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>ปิด</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>ลบ</translation>
    </message>
    <message>
      <source>Write a note…</source>
      <translation>เขียนบันทึก…</translation>
    </message>
    <message>
      <source>Your note</source>
      <translation>บันทึกของฉัน</translation>
    </message>
  </context>
  <context>
    <name>MarkFiles</name>
    <message>
      <source>There are no marks to export yet.</source>
      <translation>ยังไม่มีเครื่องหมายให้ส่งออก</translation>
    </message>
    <message>
      <source>Marks (*.json)</source>
      <translation>ไฟล์เครื่องหมาย (*.json)</translation>
    </message>
    <message>
      <source>Markdown (*.md)</source>
      <translation>เอกสารข้อความ (*.md)</translation>
    </message>
    <message>
      <source>My marks</source>
      <translation>เครื่องหมายของฉัน</translation>
    </message>
    <message>
      <source>Export marks</source>
      <translation>ส่งออกเครื่องหมาย</translation>
    </message>
    <message>
      <source>Marks exported to “{file}”: {count}</source>
      <translation>ส่งออกเครื่องหมาย {count} รายการไปที่ “{file}” แล้ว</translation>
    </message>
    <message>
      <source>Marks on “{}”</source>
      <translation>เครื่องหมายในบทความ “{}”</translation>
    </message>
    <message>
      <source>Paragraph {}</source>
      <translation>ย่อหน้าที่ {}</translation>
    </message>
    <message>
      <source>Place not found</source>
      <translation>หาที่เดิมไม่พบ</translation>
    </message>
    <message>
      <source>Import marks</source>
      <translation>นำเข้าเครื่องหมาย</translation>
    </message>
    <message>
      <source>Marks (*.json *.md)</source>
      <translation>เครื่องหมาย (*.json *.md)</translation>
    </message>
    <message>
      <source>All marks of this file are here already.</source>
      <translation>มีเครื่องหมายในไฟล์นี้ครบอยู่แล้ว</translation>
    </message>
    <message>
      <source>Marks imported: {count}</source>
      <translation>นำเข้าเครื่องหมายแล้ว {count} รายการ</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>เลิกทำ</translation>
    </message>
  </context>
  <context>
    <name>MarkList</name>
    <message>
      <source>No mark matches what you are looking for.</source>
      <translation>ไม่พบเครื่องหมายที่ตรงกับที่ค้นหา</translation>
    </message>
    <message>
      <source>Nothing was deleted in the last 30 days.</source>
      <translation>ไม่มีรายการที่ลบในช่วง ๓๐ วันที่ผ่านมา</translation>
    </message>
    <message>
      <source>No marks yet. Select words in the text, then press Ctrl+H to highlight them, Ctrl+Shift+N to write a note or Ctrl+B to set a bookmark.</source>
      <translation>ยังไม่มีเครื่องหมาย ให้เลือกข้อความในบทความ แล้วกด Ctrl+H เพื่อเน้นข้อความ กด Ctrl+Shift+N เพื่อเขียนบันทึก หรือกด Ctrl+B เพื่อคั่นหน้า</translation>
    </message>
    <message>
      <source>Have it back</source>
      <translation>กู้คืน</translation>
    </message>
    <message>
      <source>Go to the text</source>
      <translation>ไปที่ข้อความ</translation>
    </message>
    <message>
      <source>Edit…</source>
      <translation>แก้ไข…</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>ลบ</translation>
    </message>
    <message>
      <source>Find in your marks</source>
      <translation>ค้นหาในเครื่องหมาย</translation>
    </message>
    <message>
      <source>Marks on all texts</source>
      <translation>เครื่องหมายในทุกบทความ</translation>
    </message>
    <message>
      <source>Your marks</source>
      <translation>เครื่องหมายของฉัน</translation>
    </message>
    <message>
      <source>Which marks</source>
      <translation>ชนิดของเครื่องหมาย</translation>
    </message>
    <message>
      <source>All marks</source>
      <translation>เครื่องหมายทั้งหมด</translation>
    </message>
    <message>
      <source>With a note</source>
      <translation>มีบันทึก</translation>
    </message>
    <message>
      <source>Place not found</source>
      <translation>หาที่เดิมไม่พบ</translation>
    </message>
    <message>
      <source>Deleted lately</source>
      <translation>ลบไปเมื่อไม่นานนี้</translation>
    </message>
  </context>
  <context>
    <name>MarkListModel</name>
    <message>
      <source>Paragraph {0}</source>
      <translation>ย่อหน้า {0}</translation>
    </message>
    <message>
      <source>Place not found</source>
      <translation>หาที่เดิมไม่พบ</translation>
    </message>
    <message>
      <source>The words were corrected</source>
      <translation>ข้อความถูกแก้ไข</translation>
    </message>
  </context>
  <context>
    <name>Marks</name>
    <message>
      <source>Bookmark</source>
      <translation>ที่คั่น</translation>
    </message>
    <message>
      <source>Select some words first: with the mouse, or with Shift and the arrow keys.</source>
      <translation>โปรดเลือกข้อความก่อน ด้วยเมาส์ หรือกด Shift พร้อมปุ่มลูกศร</translation>
    </message>
    <message>
      <source>Highlight</source>
      <translation>เน้นข้อความ</translation>
    </message>
    <message>
      <source>There is no mark of yours in view.</source>
      <translation>หน้าที่เห็นอยู่นี้ยังไม่มีเครื่องหมาย</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>ลบ</translation>
    </message>
    <message>
      <source>The mark was deleted.</source>
      <translation>ลบเครื่องหมายแล้ว</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>เลิกทำ</translation>
    </message>
    <message>
      <source>Have it back</source>
      <translation>กู้คืน</translation>
    </message>
    <message>
      <source>This mark is on “{title}”. Open that text first.</source>
      <translation>เครื่องหมายนี้อยู่ในบทความ “{title}” โปรดเปิดบทความนั้นก่อน</translation>
    </message>
    <message>
      <source>The words of this mark are no longer in the text. It is kept.</source>
      <translation>หาที่เดิมไม่พบ เพราะข้อความนี้ไม่มีในบทความแล้ว แต่เครื่องหมายยังเก็บไว้ครบ</translation>
    </message>
    <message>
      <source>No marks on this text yet.</source>
      <translation>บทความนี้ยังไม่มีเครื่องหมาย</translation>
    </message>
    <message>
      <source>Edit the mark here</source>
      <translation>แก้เครื่องหมายตรงนี้</translation>
    </message>
    <message>
      <source>Delete the mark</source>
      <translation>ลบเครื่องหมาย</translation>
    </message>
    <message>
      <source>Your marks are not kept yet</source>
      <translation>ยังไม่ได้บันทึกเครื่องหมาย</translation>
    </message>
    <message>
      <source>Some of your marks could not be written to the disk.</source>
      <translation>มีเครื่องหมายที่ยังบันทึกลงดิสก์ไม่ได้</translation>
    </message>
    <message>
      <source>The marks you made cannot be kept in your home folder.</source>
      <translation>บันทึกเครื่องหมายลงโฟลเดอร์ส่วนตัวไม่ได้</translation>
    </message>
    <message>
      <source>If you close the window now, they are lost. Export them to a file?</source>
      <translation>หากปิดหน้าต่างตอนนี้ เครื่องหมายเหล่านี้จะหายไป ต้องการส่งออกเป็นไฟล์ก่อนหรือไม่</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>ส่งออก…</translation>
    </message>
    <message>
      <source>Close all the same</source>
      <translation>ปิดโดยไม่บันทึก</translation>
    </message>
    <message>
      <source>Go back</source>
      <translation>กลับไปที่หน้าต่าง</translation>
    </message>
    <message>
      <source>Yellow, solid line</source>
      <translation>เหลือง เส้นทึบ</translation>
    </message>
    <message>
      <source>Green, dotted line</source>
      <translation>เขียว เส้นจุด</translation>
    </message>
    <message>
      <source>Blue, wavy line</source>
      <translation>ฟ้า เส้นคลื่น</translation>
    </message>
    <message>
      <source>Pink, double line</source>
      <translation>ชมพู เส้นคู่</translation>
    </message>
    <message>
      <source>Violet, in a box</source>
      <translation>ม่วง ตีกรอบ</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>บันทึก</translation>
    </message>
    <message>
      <source>Write a note</source>
      <translation>เขียนบันทึก</translation>
    </message>
    <message>
      <source>Mine</source>
      <translation>ของฉัน</translation>
    </message>
    <message>
      <source>Set or remove a bookmark</source>
      <translation>คั่นหน้านี้ หรือเอาที่คั่นออก</translation>
    </message>
    <message>
      <source>Highlight…</source>
      <translation>เน้นข้อความ…</translation>
    </message>
    <message>
      <source>Write a note…</source>
      <translation>เขียนบันทึก…</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>ทำซ้ำ</translation>
    </message>
    <message>
      <source>Next mark</source>
      <translation>เครื่องหมายถัดไป</translation>
    </message>
    <message>
      <source>Previous mark</source>
      <translation>เครื่องหมายก่อนหน้า</translation>
    </message>
    <message>
      <source>Your marks in the side panel</source>
      <translation>เครื่องหมายของฉันในแผงข้าง</translation>
    </message>
    <message>
      <source>Colours beside selected words</source>
      <translation>แถบสีข้างข้อความที่เลือก</translation>
    </message>
    <message>
      <source>Show your marks</source>
      <translation>แสดงเครื่องหมายของฉัน</translation>
    </message>
    <message>
      <source>Export all marks (JSON)…</source>
      <translation>ส่งออกเครื่องหมายทั้งหมดเป็นไฟล์ข้อมูล…</translation>
    </message>
    <message>
      <source>Export the marks on this text (Markdown)…</source>
      <translation>ส่งออกเครื่องหมายในบทความนี้เป็นเอกสาร…</translation>
    </message>
    <message>
      <source>Import marks…</source>
      <translation>นำเข้าเครื่องหมาย…</translation>
    </message>
    <message>
      <source>All marks are written to the disk now.</source>
      <translation>บันทึกเครื่องหมายทั้งหมดลงดิสก์เรียบร้อยแล้ว</translation>
    </message>
  </context>
  <context>
    <name>Notice</name>
    <message>
      <source>Close (Esc)</source>
      <translation>ปิด (Esc)</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>ปิด</translation>
    </message>
  </context>
  <context>
    <name>NumberField</name>
    <message>
      <source>Less: {name}</source>
      <translation>ลด: {name}</translation>
    </message>
    <message>
      <source>More: {name}</source>
      <translation>เพิ่ม: {name}</translation>
    </message>
  </context>
  <context>
    <name>Opening</name>
    <message>
      <source>{name} (not found)</source>
      <translation>{name} (ไม่พบไฟล์)</translation>
    </message>
    <message>
      <source>No texts yet</source>
      <translation>ยังไม่มีรายการ</translation>
    </message>
    <message>
      <source>Clear this list</source>
      <translation>ล้างรายการนี้</translation>
    </message>
    <message>
      <source>The list of texts opened last was cleared.</source>
      <translation>ล้างรายการเปิดล่าสุดแล้ว</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>เลิกทำ</translation>
    </message>
    <message>
      <source>The file “{name}” was moved or deleted. Its text stays until you open another.</source>
      <translation>ไฟล์ “{name}” ถูกย้ายหรือลบไปแล้ว ข้อความนี้ยังอ่านต่อได้จนกว่าจะเปิดข้อความอื่น</translation>
    </message>
    <message>
      <source>The file “{name}” has changed. You still see it as it was.</source>
      <translation>ไฟล์ “{name}” มีการเปลี่ยนแปลง ข้อความที่เห็นยังเป็นของเดิม</translation>
    </message>
    <message>
      <source>Load it again</source>
      <translation>โหลดใหม่</translation>
    </message>
    <message>
      <source>Open the text on the clipboard</source>
      <translation>เปิดข้อความจากคลิปบอร์ด</translation>
    </message>
    <message>
      <source>Opened last</source>
      <translation>เปิดล่าสุด</translation>
    </message>
    <message>
      <source>Bookshelf</source>
      <translation>ชั้นหนังสือ</translation>
    </message>
    <message>
      <source>Cleaned reading version</source>
      <translation>ฉบับอ่านสะดวก</translation>
    </message>
    <message>
      <source>This package is not on your shelf yet.</source>
      <translation>ชุดบทความนี้ยังไม่อยู่บนชั้นหนังสือ</translation>
    </message>
    <message>
      <source>Put it on the shelf</source>
      <translation>วางบนชั้นหนังสือ</translation>
    </message>
    <message>
      <source>Pasted text</source>
      <translation>ข้อความที่วาง</translation>
    </message>
    <message>
      <source>There is no text on the clipboard. Copy some text first.</source>
      <translation>ไม่มีข้อความในคลิปบอร์ด โปรดคัดลอกข้อความก่อน</translation>
    </message>
  </context>
  <context>
    <name>Page</name>
    <message>
      <source>n.</source>
      <translation>ห.</translation>
    </message>
    <message>
      <source>The text available ends here.</source>
      <translation>ตัวบทที่มีอยู่สิ้นสุดเพียงเท่านี้</translation>
    </message>
    <message>
      <source>Link. Press Enter to open the definition.</source>
      <translation>ลิงก์ กด Enter เพื่อเปิดคำอธิบาย</translation>
    </message>
    <message>
      <source>Open definition</source>
      <translation>เปิดคำอธิบาย</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>คัดลอก</translation>
    </message>
    <message>
      <source>Select all</source>
      <translation>เลือกทั้งหมด</translation>
    </message>
    <message>
      <source>Text of the entry</source>
      <translation>เนื้อหาบทความ</translation>
    </message>
  </context>
  <context>
    <name>Panel</name>
    <message>
      <source>Editor's notes</source>
      <translation>หมายเหตุบรรณาธิการ</translation>
    </message>
    <message>
      <source>Misprints</source>
      <translation>คำพิมพ์คลาดเคลื่อน</translation>
    </message>
    <message>
      <source>End of the text</source>
      <translation>ตอนท้ายของบทความ</translation>
    </message>
    <message>
      <source>Side panel</source>
      <translation>แผงข้าง</translation>
    </message>
    <message>
      <source>Lists</source>
      <translation>รายการ</translation>
    </message>
    <message>
      <source>Find a name</source>
      <translation>ค้นหาชื่อ</translation>
    </message>
    <message>
      <source>People, places and other names</source>
      <translation>บุคคล สถานที่ และชื่ออื่น ๆ</translation>
    </message>
    <message>
      <source>Names</source>
      <translation>ชื่อ</translation>
    </message>
    <message>
      <source>Contents</source>
      <translation>สารบัญ</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>หมายเหตุ</translation>
    </message>
  </context>
  <context>
    <name>Pinning</name>
    <message>
      <source>Pin the card</source>
      <translation>ตรึงคำอธิบาย</translation>
    </message>
    <message>
      <source>Open a card first; F7 then pins it.</source>
      <translation>เปิดคำอธิบายก่อน แล้วกด F7 เพื่อตรึงไว้</translation>
    </message>
  </context>
  <context>
    <name>Replacing</name>
    <message>
      <source>Replace the file?</source>
      <translation>แทนที่ไฟล์เดิมหรือไม่</translation>
    </message>
    <message>
      <source>There is a file “{name}” already.</source>
      <translation>มีไฟล์ชื่อ “{name}” อยู่แล้ว</translation>
    </message>
    <message>
      <source>What it holds now will be lost.</source>
      <translation>หากแทนที่ เนื้อหาในไฟล์เดิมจะหายไป</translation>
    </message>
    <message>
      <source>Replace</source>
      <translation>แทนที่</translation>
    </message>
    <message>
      <source>Keep it</source>
      <translation>คงไฟล์เดิมไว้</translation>
    </message>
  </context>
  <context>
    <name>SearchList</name>
    <message>
      <source>What was found</source>
      <translation>สิ่งที่พบ</translation>
    </message>
  </context>
  <context>
    <name>SearchResults</name>
    <message>
      <source>In your notes</source>
      <translation>ในบันทึกของฉัน</translation>
    </message>
    <message>
      <source>Found</source>
      <translation>ค้น</translation>
    </message>
    <message>
      <source>Type what to look for in the bar below the text.</source>
      <translation>พิมพ์คำที่ต้องการค้นในแถบใต้เนื้อความ</translation>
    </message>
    <message>
      <source>Nothing was found.</source>
      <translation>ไม่พบสิ่งที่ค้น</translation>
    </message>
    <message>
      <source>In the text: {count}</source>
      <translation>ในเนื้อความ: {count}</translation>
    </message>
    <message>
      <source>Paragraph {number}</source>
      <translation>ย่อหน้า {number}</translation>
    </message>
    <message>
      <source>Show more ({count} left)</source>
      <translation>แสดงเพิ่ม (เหลืออีก {count})</translation>
    </message>
    <message>
      <source>In definitions</source>
      <translation>ในคำอธิบาย</translation>
    </message>
    <message>
      <source>In the editor's notes</source>
      <translation>ในหมายเหตุ</translation>
    </message>
  </context>
  <context>
    <name>SettingsDialog</name>
    <message>
      <source>Settings</source>
      <translation>ตั้งค่า</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>เสร็จสิ้น</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>ยกเลิก</translation>
    </message>
    <message>
      <source>As at first</source>
      <translation>คืนค่าเริ่มต้น</translation>
    </message>
    <message>
      <source>Type</source>
      <translation>ตัวอักษร</translation>
    </message>
    <message>
      <source>Kind of type</source>
      <translation>แบบตัวอักษร</translation>
    </message>
    <message>
      <source>Looped (with heads)</source>
      <translation>มีหัว</translation>
    </message>
    <message>
      <source>Loopless (modern)</source>
      <translation>ไม่มีหัว</translation>
    </message>
    <message>
      <source>Serif</source>
      <translation>มีเชิง</translation>
    </message>
    <message>
      <source>Size of the text</source>
      <translation>ขนาดเนื้อความ</translation>
    </message>
    <message>
      <source>pt</source>
      <translation>พอยต์</translation>
    </message>
    <message>
      <source>Size of menus, panel and cards</source>
      <translation>ขนาดเมนู แผงข้าง และคำอธิบาย</translation>
    </message>
    <message>
      <source>Line spacing</source>
      <translation>ระยะบรรทัด</translation>
    </message>
    <message>
      <source>× type size</source>
      <translation>เท่าของตัวอักษร</translation>
    </message>
    <message>
      <source>Column width</source>
      <translation>ความกว้างบรรทัด</translation>
    </message>
    <message>
      <source>letters</source>
      <translation>ตัวอักษร</translation>
    </message>
    <message>
      <source>Right edge</source>
      <translation>ขอบขวา</translation>
    </message>
    <message>
      <source>Ragged</source>
      <translation>ไม่เสมอกัน</translation>
    </message>
    <message>
      <source>Even</source>
      <translation>เสมอกัน</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>เนื้อความ</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>ชุดสี</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>ตามระบบ</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>สว่าง</translation>
    </message>
    <message>
      <source>Sepia</source>
      <translation>สีกระดาษเก่า</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>มืด</translation>
    </message>
    <message>
      <source>High contrast</source>
      <translation>สีตัดกันชัด</translation>
    </message>
    <message>
      <source>Links in the text</source>
      <translation>ลิงก์ในเนื้อความ</translation>
    </message>
    <message>
      <source>All names</source>
      <translation>ทุกชื่อ</translation>
    </message>
    <message>
      <source>Once in a paragraph</source>
      <translation>ย่อหน้าละครั้ง</translation>
    </message>
    <message>
      <source>Starred terms only</source>
      <translation>เฉพาะคำติดดาว</translation>
    </message>
    <message>
      <source>None</source>
      <translation>ไม่แสดงลิงก์</translation>
    </message>
    <message>
      <source>Show the editor's notes</source>
      <translation>แสดงหมายเหตุบรรณาธิการ</translation>
    </message>
    <message>
      <source>Show misprints</source>
      <translation>แสดงคำพิมพ์คลาดเคลื่อน</translation>
    </message>
    <message>
      <source>Reading ruler</source>
      <translation>แถบนำสายตา</translation>
    </message>
    <message>
      <source>Beside a date</source>
      <translation>ข้างวันที่ในบทความ</translation>
    </message>
    <message>
      <source>Nothing</source>
      <translation>ไม่แสดง</translation>
    </message>
    <message>
      <source>Old Style (Julian)</source>
      <translation>ปฏิทินเก่า (จูเลียน)</translation>
    </message>
    <message>
      <source>New Style (Gregorian)</source>
      <translation>ปฏิทินใหม่ (เกรกอเรียน)</translation>
    </message>
    <message>
      <source>Buddhist Era</source>
      <translation>พุทธศักราช</translation>
    </message>
    <message>
      <source>Cards</source>
      <translation>คำอธิบาย</translation>
    </message>
    <message>
      <source>A card opens</source>
      <translation>เปิดคำอธิบาย</translation>
    </message>
    <message>
      <source>When the pointer rests on a word</source>
      <translation>เมื่อวางเมาส์บนคำ</translation>
    </message>
    <message>
      <source>By click or Enter only</source>
      <translation>เมื่อคลิกหรือกด Enter เท่านั้น</translation>
    </message>
    <message>
      <source>After a rest of</source>
      <translation>เมื่อวางเมาส์นาน</translation>
    </message>
    <message>
      <source>ms</source>
      <translation>มิลลิวินาที</translation>
    </message>
    <message>
      <source>Digits outside the text</source>
      <translation>ตัวเลขนอกเนื้อความ</translation>
    </message>
    <message>
      <source>Thai (๑๙๑๗)</source>
      <translation>เลขไทย (๑๙๑๗)</translation>
    </message>
    <message>
      <source>Arabic (1917)</source>
      <translation>เลขอารบิก (1917)</translation>
    </message>
    <message>
      <source>Years in cards</source>
      <translation>ศักราชในคำอธิบาย</translation>
    </message>
    <message>
      <source>Common Era and Buddhist Era</source>
      <translation>ทั้ง ค.ศ. และ พ.ศ.</translation>
    </message>
    <message>
      <source>Common Era only</source>
      <translation>เฉพาะ ค.ศ.</translation>
    </message>
    <message>
      <source>Buddhist Era only</source>
      <translation>เฉพาะ พ.ศ.</translation>
    </message>
    <message>
      <source>Program</source>
      <translation>โปรแกรม</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>ภาษา (Language)</translation>
    </message>
    <message>
      <source>Show the side panel</source>
      <translation>แสดงแผงข้าง</translation>
    </message>
    <message>
      <source>Motion</source>
      <translation>การเคลื่อนไหวบนจอ</translation>
    </message>
    <message>
      <source>Less</source>
      <translation>ลดลง</translation>
    </message>
    <message>
      <source>Usual</source>
      <translation>ตามปกติ</translation>
    </message>
  </context>
  <context>
    <name>SettingsSample</name>
    <message>
      <source>Sample</source>
      <translation>ตัวอย่าง</translation>
    </message>
  </context>
  <context>
    <name>ShortcutSheet</name>
    <message>
      <source>Keys and commands</source>
      <translation>ปุ่มลัดและคำสั่ง</translation>
    </message>
    <message>
      <source>Find a command or a key</source>
      <translation>ค้นหาคำสั่งหรือปุ่มลัด</translation>
    </message>
    <message>
      <source>Command</source>
      <translation>คำสั่ง</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>ปุ่ม</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>ปิด</translation>
    </message>
    <message>
      <source>In the text</source>
      <translation>ในเนื้อความ</translation>
    </message>
    <message>
      <source>Next link, previous link</source>
      <translation>ลิงก์ถัดไป ลิงก์ก่อนหน้า</translation>
    </message>
    <message>
      <source>Open the card of a link</source>
      <translation>เปิดคำอธิบายของลิงก์</translation>
    </message>
    <message>
      <source>A line up or down</source>
      <translation>เลื่อนขึ้นหรือลงหนึ่งบรรทัด</translation>
    </message>
    <message>
      <source>A screen up or down</source>
      <translation>เลื่อนขึ้นหรือลงหนึ่งหน้าจอ</translation>
    </message>
    <message>
      <source>Beginning or end of the text</source>
      <translation>ต้นหรือท้ายเนื้อความ</translation>
    </message>
    <message>
      <source>Select words</source>
      <translation>เลือกข้อความทีละคำ</translation>
    </message>
    <message>
      <source>Select lines</source>
      <translation>เลือกข้อความทีละบรรทัด</translation>
    </message>
    <message>
      <source>Select letter by letter</source>
      <translation>เลือกข้อความทีละตัวอักษร</translation>
    </message>
    <message>
      <source>Menu of what is here</source>
      <translation>เมนูของสิ่งที่อยู่ตรงนี้</translation>
    </message>
    <message>
      <source>Close what is open</source>
      <translation>ปิดสิ่งที่เปิดอยู่</translation>
    </message>
    <message>
      <source>In the find bar</source>
      <translation>ในแถบค้นหา</translation>
    </message>
    <message>
      <source>Next hit, previous hit</source>
      <translation>ที่พบถัดไป ที่พบก่อนหน้า</translation>
    </message>
    <message>
      <source>Words looked for before</source>
      <translation>คำที่เคยค้นหา</translation>
    </message>
    <message>
      <source>In your marks</source>
      <translation>ในรายการเครื่องหมายของผู้อ่าน</translation>
    </message>
    <message>
      <source>Go to the words of the mark</source>
      <translation>ไปยังข้อความที่ทำเครื่องหมายไว้</translation>
    </message>
    <message>
      <source>Edit the mark</source>
      <translation>แก้ไขเครื่องหมาย</translation>
    </message>
    <message>
      <source>Delete the mark</source>
      <translation>ลบเครื่องหมาย</translation>
    </message>
    <message>
      <source>Close the note</source>
      <translation>ปิดช่องเขียนบันทึก</translation>
    </message>
    <message>
      <source>On the map</source>
      <translation>บนแผนที่</translation>
    </message>
    <message>
      <source>Move the map, make it larger or smaller, all of it</source>
      <translation>เลื่อน ขยาย ย่อ หรือแสดงแผนที่ทั้งหมด</translation>
    </message>
    <message>
      <source>Next place, previous place</source>
      <translation>สถานที่ถัดไป สถานที่ก่อนหน้า</translation>
    </message>
    <message>
      <source>Open the card of the place</source>
      <translation>เปิดคำอธิบายของสถานที่</translation>
    </message>
    <message>
      <source>On the timeline</source>
      <translation>บนเส้นเวลา</translation>
    </message>
    <message>
      <source>A quarter of an hour back or on</source>
      <translation>ถอยหลังหรือเดินหน้าสิบห้านาที</translation>
    </message>
    <message>
      <source>Let the hours run, or stop them</source>
      <translation>ให้เวลาเดินต่อเอง หรือหยุด</translation>
    </message>
  </context>
  <context>
    <name>TakeAlong</name>
    <message>
      <source>Export…</source>
      <translation>ส่งออก…</translation>
    </message>
    <message>
      <source>Print…</source>
      <translation>พิมพ์…</translation>
    </message>
    <message>
      <source>Copy with citation</source>
      <translation>คัดลอกพร้อมอ้างอิง</translation>
    </message>
    <message>
      <source>Select the words to be quoted first.</source>
      <translation>โปรดเลือกข้อความที่จะอ้างก่อน</translation>
    </message>
    <message>
      <source>PDF of the text</source>
      <translation>บทความทั้งเรื่อง (PDF)</translation>
    </message>
    <message>
      <source>The whole text on pages, definitions and editor's notes at the foot, the map.</source>
      <translation>บทความทั้งเรื่องแบ่งเป็นหน้า มีคำอธิบายศัพท์และหมายเหตุบรรณาธิการท้ายหน้า พร้อมแผนที่</translation>
    </message>
    <message>
      <source>Study sheet for a class (PDF)</source>
      <translation>ใบความรู้สำหรับชั้นเรียน (PDF)</translation>
    </message>
    <message>
      <source>Terms, what happened when, the map, and questions.</source>
      <translation>คำศัพท์ ลำดับเหตุการณ์ แผนที่ และคำถามทบทวน</translation>
    </message>
    <message>
      <source>Text with notes and cards (Markdown)</source>
      <translation>บทความพร้อมหมายเหตุและบัตรอธิบายศัพท์ (Markdown)</translation>
    </message>
    <message>
      <source>Text with footnotes, all cards and the timeline, to be edited freely.</source>
      <translation>บทความพร้อมเชิงอรรถ บัตรอธิบายศัพท์ทุกใบ และเส้นเวลา นำไปแก้ไขต่อได้</translation>
    </message>
    <message>
      <source>Cards to learn the terms (Anki)</source>
      <translation>บัตรคำสำหรับท่องศัพท์ (Anki)</translation>
    </message>
    <message>
      <source>One card for each starred term, with its sentence.</source>
      <translation>คำติดดาวคำละหนึ่งใบ พร้อมข้อความที่ปรากฏในบทความ</translation>
    </message>
    <message>
      <source>Tables (CSV)</source>
      <translation>ตาราง (CSV)</translation>
    </message>
    <message>
      <source>People, places and dates for a spreadsheet, three in a ZIP.</source>
      <translation>ตารางบุคคล สถานที่ และวันเวลา สำหรับโปรแกรมตารางคำนวณ รวมสามตารางไว้ในไฟล์ ZIP</translation>
    </message>
    <message>
      <source>Scholarly edition (TEI P5)</source>
      <translation>ฉบับสำหรับงานวิชาการ (TEI P5)</translation>
    </message>
    <message>
      <source>The text with names, dates and notes marked up in XML.</source>
      <translation>ตัวบทที่กำกับชื่อ วันเวลา และหมายเหตุไว้ในรูป XML</translation>
    </message>
    <message>
      <source>Map as a drawing (SVG)</source>
      <translation>แผนที่แบบลายเส้น (SVG)</translation>
    </message>
    <message>
      <source>The map of the city, to be enlarged at will.</source>
      <translation>แผนที่เมือง ขยายได้โดยเส้นไม่แตก</translation>
    </message>
    <message>
      <source>Map as a picture (PNG)</source>
      <translation>แผนที่แบบรูปภาพ (PNG)</translation>
    </message>
    <message>
      <source>The map of the city as an image.</source>
      <translation>แผนที่เมืองเป็นไฟล์ภาพ</translation>
    </message>
    <message>
      <source>Map data (GeoJSON)</source>
      <translation>ข้อมูลแผนที่ (GeoJSON)</translation>
    </message>
    <message>
      <source>The map with its places, for map programs.</source>
      <translation>แผนที่และสถานที่ สำหรับโปรแกรมแผนที่</translation>
    </message>
    <message>
      <source>All data (JSON)</source>
      <translation>ข้อมูลทั้งหมด (JSON)</translation>
    </message>
    <message>
      <source>Everything that is known of the text, for programs.</source>
      <translation>ข้อมูลทั้งหมดเกี่ยวกับบทความ สำหรับโปรแกรมอื่นนำไปใช้</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>ส่งออก</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>ยกเลิก</translation>
    </message>
    <message>
      <source>What went wrong</source>
      <translation>ข้อผิดพลาด</translation>
    </message>
    <message>
      <source>&amp;Format</source>
      <translation>รูปแบบ</translation>
    </message>
    <message>
      <source>With</source>
      <translation>สิ่งที่นำไปด้วย</translation>
    </message>
    <message>
      <source>Definitions of starred terms</source>
      <translation>คำอธิบายคำติดดาว</translation>
    </message>
    <message>
      <source>Editor's notes</source>
      <translation>หมายเหตุบรรณาธิการ</translation>
    </message>
    <message>
      <source>Map</source>
      <translation>แผนที่</translation>
    </message>
    <message>
      <source>My notes</source>
      <translation>บันทึกของฉัน</translation>
    </message>
    <message>
      <source>Language of notes and headings</source>
      <translation>ภาษาของหมายเหตุและหัวข้อ</translation>
    </message>
    <message>
      <source>&amp;Save as</source>
      <translation>บันทึกเป็น</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>เลือก…</translation>
    </message>
    <message>
      <source>A file of this name is there already and will be replaced.</source>
      <translation>มีไฟล์ชื่อนี้อยู่แล้ว และจะถูกเขียนทับ</translation>
    </message>
    <message>
      <source>Study sheet</source>
      <translation>ใบความรู้</translation>
    </message>
    <message>
      <source>Exporting…</source>
      <translation>กำลังส่งออก…</translation>
    </message>
    <message>
      <source>Exported: {name}</source>
      <translation>ส่งออกแล้ว: {name}</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>เปิดโฟลเดอร์</translation>
    </message>
    <message>
      <source>Preview</source>
      <translation>ตัวอย่างก่อนพิมพ์</translation>
    </message>
    <message>
      <source>No printer was found. The pages can be saved as a PDF.</source>
      <translation>ไม่พบเครื่องพิมพ์ บันทึกหน้าเหล่านี้เป็น PDF ได้</translation>
    </message>
    <message>
      <source>Print</source>
      <translation>พิมพ์</translation>
    </message>
    <message>
      <source>On both sides</source>
      <translation>พิมพ์สองด้าน</translation>
    </message>
    <message>
      <source>Save as PDF…</source>
      <translation>บันทึกเป็น PDF…</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>ปิด</translation>
    </message>
    <message>
      <source>Type size (points)</source>
      <translation>ขนาดตัวอักษร (พอยต์)</translation>
    </message>
    <message>
      <source>Paper</source>
      <translation>กระดาษ</translation>
    </message>
    <message>
      <source>Printer</source>
      <translation>เครื่องพิมพ์</translation>
    </message>
    <message>
      <source>First page</source>
      <translation>หน้าแรก</translation>
    </message>
    <message>
      <source>Last page</source>
      <translation>หน้าสุดท้าย</translation>
    </message>
    <message>
      <source>Copies</source>
      <translation>จำนวนชุด</translation>
    </message>
    <message>
      <source>Pages: {number}</source>
      <translation>จำนวนหน้า: {number}</translation>
    </message>
    <message>
      <source>Setting the pages…</source>
      <translation>กำลังจัดหน้า…</translation>
    </message>
    <message>
      <source>Printing…</source>
      <translation>กำลังพิมพ์…</translation>
    </message>
  </context>
  <context>
    <name>Timeline</name>
    <message>
      <source>Timeline</source>
      <translation>เส้นเวลา</translation>
    </message>
    <message>
      <source>This text has no timeline.</source>
      <translation>บทความนี้ไม่มีเส้นเวลา</translation>
    </message>
  </context>
  <context>
    <name>TimelineStrip</name>
    <message>
      <source>The map shows the hour above; that of the event being read is not known.</source>
      <translation>แผนที่แสดงเวลาข้างต้น แต่เวลาของเหตุการณ์ที่กำลังอ่านไม่ทราบแน่ชัด</translation>
    </message>
    <message>
      <source>The map shows the hour above; the event being read lies outside these hours.</source>
      <translation>แผนที่แสดงเวลาข้างต้น แต่เหตุการณ์ที่กำลังอ่านอยู่นอกช่วงเวลานี้</translation>
    </message>
    <message>
      <source>The city at this hour</source>
      <translation>สภาพเมืองในเวลานี้</translation>
    </message>
    <message>
      <source>Day and hour as the entry gives them.</source>
      <translation>วันเวลาตามบทความ</translation>
    </message>
    <message>
      <source>Day and hour as the works named below give them;</source>
      <translation>วันเวลาตามงานที่อ้างข้างล่าง</translation>
    </message>
    <message>
      <source>The day or the hour is that of the works named below.</source>
      <translation>วันหรือเวลาเป็นไปตามงานที่อ้างข้างล่าง</translation>
    </message>
    <message>
      <source>in the entry:</source>
      <translation>ส่วนบทความระบุ</translation>
    </message>
    <message>
      <source>About</source>
      <translation>เกี่ยวข้องกับ</translation>
    </message>
    <message>
      <source>Sources</source>
      <translation>แหล่งอ้างอิง</translation>
    </message>
    <message>
      <source>Timeline</source>
      <translation>เส้นเวลา</translation>
    </message>
    <message>
      <source>Events</source>
      <translation>เหตุการณ์</translation>
    </message>
    <message>
      <source>The arrow keys choose an event, Enter goes to the text.</source>
      <translation>แป้นลูกศรเลือกเหตุการณ์ แป้น Enter ไปที่ข้อความ</translation>
    </message>
    <message>
      <source>Go to the text</source>
      <translation>ไปที่ข้อความ</translation>
    </message>
    <message>
      <source>Alt+Left leads back to where you are reading</source>
      <translation>กด Alt+ลูกศรซ้ายเพื่อกลับมายังที่ที่อ่านอยู่</translation>
    </message>
    <message>
      <source>Close the timeline (F5)</source>
      <translation>ปิดเส้นเวลา (F5)</translation>
    </message>
    <message>
      <source>Close the timeline</source>
      <translation>ปิดเส้นเวลา</translation>
    </message>
  </context>
  <context>
    <name>Tour</name>
    <message>
      <source>The text</source>
      <translation>เนื้อความ</translation>
    </message>
    <message>
      <source>The entry stands here as it was printed. Rest the pointer on an underlined name to see who or what it is; click it, or press Tab and Enter, to open its card.</source>
      <translation>บทความแสดงไว้ตรงตามต้นฉบับทุกตัวอักษร วางเมาส์บนชื่อที่ขีดเส้นใต้เพื่อดูว่าเป็นใครหรือสิ่งใด คลิกหรือกด Tab แล้ว Enter เพื่อเปิดคำอธิบายฉบับเต็ม</translation>
    </message>
    <message>
      <source>People and places</source>
      <translation>บุคคลและสถานที่</translation>
    </message>
    <message>
      <source>All names of the entry, by kind. Choose one to read its card and to walk through every place where it is named (F4).</source>
      <translation>ชื่อทั้งหมดในบทความแยกตามประเภท เลือกชื่อใดก็ได้เพื่ออ่านคำอธิบาย แล้วกด F4 เพื่อไปยังทุกแห่งที่กล่าวถึงชื่อนั้น</translation>
    </message>
    <message>
      <source>The map</source>
      <translation>แผนที่</translation>
    </message>
    <message>
      <source>Petrograd in 1917. Point at a place to see where the text speaks of it; drag and turn the wheel to look closer.</source>
      <translation>กรุงเปโตรกราดใน ค.ศ. ๑๙๑๗ ชี้ที่สถานที่ใดเพื่อดูว่าเนื้อความกล่าวถึงที่นั้นตรงไหน ลากและหมุนล้อเมาส์เพื่อดูใกล้ขึ้น</translation>
    </message>
    <message>
      <source>Find, note, set</source>
      <translation>ค้นหา จดบันทึก ตั้งค่า</translation>
    </message>
    <message>
      <source>Ctrl+F finds words. Select words to highlight them or to write a note. The settings (Ctrl+,) make type larger and change colours; F11 is for the projector.</source>
      <translation>กด Ctrl+F เพื่อค้นหาคำ เลือกข้อความเพื่อเน้นสีหรือเขียนบันทึก เปิดหน้าตั้งค่าด้วย Ctrl+, เพื่อขยายตัวอักษรหรือเปลี่ยนสี และกด F11 เมื่อฉายหน้าชั้นเรียน</translation>
    </message>
    <message>
      <source>All keys</source>
      <translation>ปุ่มลัดทั้งหมด</translation>
    </message>
    <message>
      <source>F1 shows every command and its keys. This tour is in the Help menu.</source>
      <translation>กด F1 เพื่อดูคำสั่งและปุ่มลัดทั้งหมด หากต้องการดูคำแนะนำนี้อีก เลือกได้จากเมนูวิธีใช้</translation>
    </message>
    <message>
      <source>A look round</source>
      <translation>แนะนำโปรแกรม</translation>
    </message>
    <message>
      <source>Skip</source>
      <translation>ข้าม</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>ย้อนกลับ</translation>
    </message>
    <message>
      <source>Begin to read</source>
      <translation>เริ่มอ่าน</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>ถัดไป</translation>
    </message>
  </context>
  <context>
    <name>Window</name>
    <message>
      <source>Find…</source>
      <translation>ค้นหา…</translation>
    </message>
    <message>
      <source>List everything found</source>
      <translation>รายการสิ่งที่พบทั้งหมด</translation>
    </message>
    <message>
      <source>Find next</source>
      <translation>ค้นหาถัดไป</translation>
    </message>
    <message>
      <source>Find previous</source>
      <translation>ค้นหาก่อนหน้า</translation>
    </message>
    <message>
      <source>Open a text</source>
      <translation>เปิดบทความ</translation>
    </message>
    <message>
      <source>Texts and books (*.txt *.md *.epub *.docx *.neva);;All files (*)</source>
      <translation>ข้อความและหนังสือ (*.txt *.md *.epub *.docx *.neva);;ไฟล์ทั้งหมด (*)</translation>
    </message>
    <message>
      <source>Side panel</source>
      <translation>แผงข้าง</translation>
    </message>
    <message>
      <source>Show or hide the side panel (F9)</source>
      <translation>แสดงหรือซ่อนแผงข้าง (F9)</translation>
    </message>
    <message>
      <source>Neva Reader</source>
      <translation>เนวา</translation>
    </message>
    <message>
      <source>&amp;File</source>
      <translation>ไฟล์</translation>
    </message>
    <message>
      <source>&amp;Edit</source>
      <translation>แก้ไข</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>มุมมอง</translation>
    </message>
    <message>
      <source>&amp;Go</source>
      <translation>ไปที่</translation>
    </message>
    <message>
      <source>&amp;Marks</source>
      <translation>เครื่องหมาย</translation>
    </message>
    <message>
      <source>&amp;Tools</source>
      <translation>เครื่องมือ</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>วิธีใช้</translation>
    </message>
    <message>
      <source>Open a text…</source>
      <translation>เปิดบทความ…</translation>
    </message>
    <message>
      <source>The October Revolution entry</source>
      <translation>บทความการปฏิวัติเดือนตุลาคม</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>คัดลอก</translation>
    </message>
    <message>
      <source>Select all</source>
      <translation>เลือกทั้งหมด</translation>
    </message>
    <message>
      <source>Larger type</source>
      <translation>ขยายตัวอักษร</translation>
    </message>
    <message>
      <source>Smaller type</source>
      <translation>ย่อตัวอักษร</translation>
    </message>
    <message>
      <source>Usual type size</source>
      <translation>ขนาดตัวอักษรปกติ</translation>
    </message>
    <message>
      <source>Editor's notes</source>
      <translation>แสดงหมายเหตุบรรณาธิการ</translation>
    </message>
    <message>
      <source>Misprints</source>
      <translation>แสดงคำพิมพ์คลาดเคลื่อน</translation>
    </message>
    <message>
      <source>Beside a date</source>
      <translation>ข้างวันที่ในบทความ</translation>
    </message>
    <message>
      <source>Nothing</source>
      <translation>ไม่แสดง</translation>
    </message>
    <message>
      <source>Old Style (Julian)</source>
      <translation>ปฏิทินเก่า (จูเลียน)</translation>
    </message>
    <message>
      <source>New Style (Gregorian)</source>
      <translation>ปฏิทินใหม่ (เกรกอเรียน)</translation>
    </message>
    <message>
      <source>Buddhist Era</source>
      <translation>พุทธศักราช</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>ชุดสี</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>ตามระบบ</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>สว่าง</translation>
    </message>
    <message>
      <source>Sepia</source>
      <translation>สีกระดาษเก่า</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>มืด</translation>
    </message>
    <message>
      <source>High contrast</source>
      <translation>สีตัดกันชัด</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>ภาษา (Language)</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>ย้อนกลับ</translation>
    </message>
    <message>
      <source>Forward</source>
      <translation>ไปข้างหน้า</translation>
    </message>
    <message>
      <source>To the beginning of the entry</source>
      <translation>ไปต้นบทความ</translation>
    </message>
    <message>
      <source>Next mention</source>
      <translation>จุดถัดไปที่กล่าวถึง</translation>
    </message>
    <message>
      <source>Previous mention</source>
      <translation>จุดก่อนหน้าที่กล่าวถึง</translation>
    </message>
    <message>
      <source>Next part of the window</source>
      <translation>ส่วนถัดไปของหน้าต่าง</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>ออกจากโปรแกรม</translation>
    </message>
    <message>
      <source>About Neva Reader</source>
      <translation>เกี่ยวกับโปรแกรมเนวา</translation>
    </message>
  </context>
  <context>
    <name>WordCard</name>
    <message>
      <source>A word</source>
      <translation>คำที่ต้องการ</translation>
    </message>
    <message>
      <source>A word to look up</source>
      <translation>คำที่ต้องการดูความหมาย</translation>
    </message>
    <message>
      <source>What is known of the word</source>
      <translation>ข้อมูลของคำ</translation>
    </message>
    <message>
      <source>My glossary</source>
      <translation>อภิธานศัพท์ของฉัน</translation>
    </message>
    <message>
      <source>In this entry</source>
      <translation>ในบทความนี้</translation>
    </message>
    <message>
      <source>No meaning of this word is among the dictionaries at hand.</source>
      <translation>ไม่มีความหมายของคำนี้ในพจนานุกรมที่มากับโปรแกรม</translation>
    </message>
    <message>
      <source>Read: {syllables}</source>
      <translation>อ่านว่า {syllables}</translation>
    </message>
    <message>
      <source>Syllables: {syllables}</source>
      <translation>พยางค์: {syllables}</translation>
    </message>
    <message>
      <source>In Roman letters: {roman}</source>
      <translation>อักษรโรมัน: {roman}</translation>
    </message>
    <message>
      <source>In Roman letters, by rule, roughly: {roman}</source>
      <translation>อักษรโรมันตามรูปเขียน (อาจคลาดเคลื่อน): {roman}</translation>
    </message>
    <message>
      <source>Meanings (WordNet)</source>
      <translation>ความหมาย (เวิร์ดเน็ต)</translation>
    </message>
    <message>
      <source>The Thai spelling of “{word}”</source>
      <translation>คำทับศัพท์ของ “{word}”</translation>
    </message>
    <message>
      <source>Made of</source>
      <translation>ประกอบด้วย</translation>
    </message>
    <message>
      <source>n.</source>
      <translation>น.</translation>
    </message>
    <message>
      <source>v.</source>
      <translation>ก.</translation>
    </message>
    <message>
      <source>adj.</source>
      <translation>ว.</translation>
    </message>
    <message>
      <source>adv.</source>
      <translation>ว.</translation>
    </message>
    <message>
      <source>In the text</source>
      <translation>ในเนื้อความ</translation>
    </message>
    <message>
      <source>Nowhere else.</source>
      <translation>ไม่พบที่อื่น</translation>
    </message>
    <message>
      <source>Found: {count}</source>
      <translation>พบ {count} แห่ง</translation>
    </message>
    <message>
      <source>Previous</source>
      <translation>ก่อนหน้า</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>ถัดไป</translation>
    </message>
    <message>
      <source>List them</source>
      <translation>ดูรายการ</translation>
    </message>
    <message>
      <source>The word is in the Royal Society's word list.</source>
      <translation>คำนี้มีในรายการคำของราชบัณฑิตยสภา</translation>
    </message>
    <message>
      <source>The word is in the list of Thai words at hand.</source>
      <translation>คำนี้มีในรายการคำภาษาไทยที่มากับโปรแกรม</translation>
    </message>
    <message>
      <source>Double-click a word of the text, or type one above.</source>
      <translation>ดับเบิลคลิกคำในเนื้อความ หรือพิมพ์คำที่ช่องด้านบน</translation>
    </message>
    <message>
      <source>My glossaries</source>
      <translation>อภิธานศัพท์ของฉัน</translation>
    </message>
    <message>
      <source>{count} words</source>
      <translation>{count} คำ</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>ลบ</translation>
    </message>
    <message>
      <source>None yet. A CSV file with the columns word, meaning, source is one.</source>
      <translation>ยังไม่มี นำเข้าได้จากไฟล์ CSV ที่มีคำ ความหมาย และที่มา</translation>
    </message>
    <message>
      <source>Import a glossary…</source>
      <translation>นำเข้าอภิธานศัพท์…</translation>
    </message>
  </context>
  <context>
    <name>WordMeanings</name>
    <message>
      <source>Meaning of the word</source>
      <translation>ความหมายของคำ</translation>
    </message>
    <message>
      <source>My glossaries</source>
      <translation>อภิธานศัพท์ของฉัน</translation>
    </message>
    <message>
      <source>Import a glossary (CSV)…</source>
      <translation>นำเข้าอภิธานศัพท์ (CSV)…</translation>
    </message>
    <message>
      <source>Word</source>
      <translation>คำ</translation>
    </message>
    <message>
      <source>Import a glossary</source>
      <translation>นำเข้าอภิธานศัพท์</translation>
    </message>
    <message>
      <source>Glossaries (*.csv *.tsv *.txt);;All files (*)</source>
      <translation>อภิธานศัพท์ (*.csv *.tsv *.txt);;ไฟล์ทั้งหมด (*)</translation>
    </message>
    <message>
      <source>The glossary “{name}” was imported.</source>
      <translation>นำเข้าอภิธานศัพท์ “{name}” แล้ว</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>เลิกทำ</translation>
    </message>
    <message>
      <source>The glossary “{name}” was removed.</source>
      <translation>ลบอภิธานศัพท์ “{name}” แล้ว</translation>
    </message>
  </context>
  <context>
    <name>QAbstractFileIconProvider</name>
    <message>
      <source>Alias</source>
      <translation>นามแฝง</translation>
    </message>
    <message>
      <source>Drive</source>
      <translation>ไดรฟ์</translation>
    </message>
    <message>
      <source>File</source>
      <translation>ไฟล์</translation>
    </message>
    <message>
      <source>File Folder</source>
      <translation>โฟลเดอร์</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>โฟลเดอร์</translation>
    </message>
    <message>
      <source>Shortcut</source>
      <translation>ทางลัด</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>ไม่ทราบชนิด</translation>
    </message>
  </context>
  <context>
    <name>QAbstractSpinBox</name>
    <message>
      <source>&amp;Select All</source>
      <translation>เลือกทั้งหมด</translation>
    </message>
    <message>
      <source>&amp;Step up</source>
      <translation>เพิ่มค่า</translation>
    </message>
    <message>
      <source>Step &amp;down</source>
      <translation>ลดค่า</translation>
    </message>
  </context>
  <context>
    <name>QAccessibleActionInterface</name>
    <message>
      <source>Decrease</source>
      <translation>ลด</translation>
    </message>
    <message>
      <source>Decrease the value</source>
      <translation>ลดค่า</translation>
    </message>
    <message>
      <source>Goes back a page</source>
      <translation>ย้อนกลับหนึ่งหน้า</translation>
    </message>
    <message>
      <source>Goes to the next page</source>
      <translation>ไปหน้าถัดไป</translation>
    </message>
    <message>
      <source>Increase</source>
      <translation>เพิ่ม</translation>
    </message>
    <message>
      <source>Increase the value</source>
      <translation>เพิ่มค่า</translation>
    </message>
    <message>
      <source>Next Page</source>
      <translation>หน้าถัดไป</translation>
    </message>
    <message>
      <source>Press</source>
      <translation>กด</translation>
    </message>
    <message>
      <source>Previous Page</source>
      <translation>หน้าก่อน</translation>
    </message>
    <message>
      <source>Scroll Down</source>
      <translation>เลื่อนลง</translation>
    </message>
    <message>
      <source>Scroll Left</source>
      <translation>เลื่อนไปทางซ้าย</translation>
    </message>
    <message>
      <source>Scroll Right</source>
      <translation>เลื่อนไปทางขวา</translation>
    </message>
    <message>
      <source>Scroll Up</source>
      <translation>เลื่อนขึ้น</translation>
    </message>
    <message>
      <source>Scrolls down</source>
      <translation>เลื่อนลง</translation>
    </message>
    <message>
      <source>Scrolls to the left</source>
      <translation>เลื่อนไปทางซ้าย</translation>
    </message>
    <message>
      <source>Scrolls to the right</source>
      <translation>เลื่อนไปทางขวา</translation>
    </message>
    <message>
      <source>Scrolls up</source>
      <translation>เลื่อนขึ้น</translation>
    </message>
    <message>
      <source>SetFocus</source>
      <translation>ย้ายโฟกัสมาที่นี่</translation>
    </message>
    <message>
      <source>Sets the focus</source>
      <translation>ย้ายโฟกัสมาที่นี่</translation>
    </message>
    <message>
      <source>ShowMenu</source>
      <translation>แสดงเมนู</translation>
    </message>
    <message>
      <source>Shows the menu</source>
      <translation>แสดงเมนู</translation>
    </message>
    <message>
      <source>Toggle</source>
      <translation>สลับ</translation>
    </message>
    <message>
      <source>Toggles the state</source>
      <translation>สลับสถานะ</translation>
    </message>
    <message>
      <source>Triggers the action</source>
      <translation>เรียกใช้คำสั่ง</translation>
    </message>
  </context>
  <context>
    <name>QComboBox</name>
    <message>
      <source>False</source>
      <translation>เท็จ</translation>
    </message>
    <message>
      <source>Open the combo box selection popup</source>
      <translation>เปิดรายการตัวเลือก</translation>
    </message>
    <message>
      <source>True</source>
      <translation>จริง</translation>
    </message>
  </context>
  <context>
    <name>QDialog</name>
    <message>
      <source>What's This?</source>
      <translation>นี่คืออะไร</translation>
    </message>
  </context>
  <context>
    <name>QDialogButtonBox</name>
    <message>
      <source>OK</source>
      <translation>ตกลง</translation>
    </message>
  </context>
  <context>
    <name>QFileDialog</name>
    <message>
      <source>%1
Directory not found.
Please verify the correct directory name was given.</source>
      <translation>%1
ไม่พบโฟลเดอร์นี้
โปรดตรวจชื่อโฟลเดอร์ให้ถูกต้อง</translation>
    </message>
    <message>
      <source>%1
File not found.
Please verify the correct file name was given.</source>
      <translation>%1
ไม่พบไฟล์นี้
โปรดตรวจชื่อไฟล์ให้ถูกต้อง</translation>
    </message>
    <message>
      <source>%1 already exists.
Do you want to replace it?</source>
      <translation>มี %1 อยู่แล้ว
ต้องการเขียนทับหรือไม่</translation>
    </message>
    <message>
      <source>&amp;Choose</source>
      <translation>เลือก</translation>
    </message>
    <message>
      <source>&amp;Delete</source>
      <translation>ลบ</translation>
    </message>
    <message>
      <source>&amp;New Folder</source>
      <translation>โฟลเดอร์ใหม่</translation>
    </message>
    <message>
      <source>&amp;Open</source>
      <translation>เปิด</translation>
    </message>
    <message>
      <source>&amp;Rename</source>
      <translation>เปลี่ยนชื่อ</translation>
    </message>
    <message>
      <source>&amp;Save</source>
      <translation>บันทึก</translation>
    </message>
    <message>
      <source>'%1' is write protected.
Do you want to delete it anyway?</source>
      <translation>“%1” มีการป้องกันการเขียน
ยังต้องการลบหรือไม่</translation>
    </message>
    <message>
      <source>All Files (*)</source>
      <translation>ไฟล์ทั้งหมด (*)</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>ไฟล์ทั้งหมด (*)</translation>
    </message>
    <message>
      <source>Are you sure you want to delete '%1'?</source>
      <translation>ต้องการลบ “%1” หรือไม่</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>ย้อนกลับ</translation>
    </message>
    <message>
      <source>Change to detail view mode</source>
      <translation>เปลี่ยนเป็นมุมมองรายละเอียด</translation>
    </message>
    <message>
      <source>Change to list view mode</source>
      <translation>เปลี่ยนเป็นมุมมองรายการ</translation>
    </message>
    <message>
      <source>Could not delete directory.</source>
      <translation>ลบโฟลเดอร์ไม่ได้</translation>
    </message>
    <message>
      <source>Create New Folder</source>
      <translation>สร้างโฟลเดอร์ใหม่</translation>
    </message>
    <message>
      <source>Create a New Folder</source>
      <translation>สร้างโฟลเดอร์ใหม่</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>ลบ</translation>
    </message>
    <message>
      <source>Detail View</source>
      <translation>มุมมองรายละเอียด</translation>
    </message>
    <message>
      <source>Directories</source>
      <translation>โฟลเดอร์</translation>
    </message>
    <message>
      <source>Directory:</source>
      <translation>โฟลเดอร์:</translation>
    </message>
    <message>
      <source>File &amp;name:</source>
      <translation>ชื่อไฟล์:</translation>
    </message>
    <message>
      <source>Files</source>
      <translation>ไฟล์</translation>
    </message>
    <message>
      <source>Files of type:</source>
      <translation>ชนิดของไฟล์:</translation>
    </message>
    <message>
      <source>Files of &amp;type:</source>
      <translation>ชนิดของไฟล์:</translation>
    </message>
    <message>
      <source>Find Directory</source>
      <translation>เลือกโฟลเดอร์</translation>
    </message>
    <message>
      <source>Forward</source>
      <translation>ไปข้างหน้า</translation>
    </message>
    <message>
      <source>Go back</source>
      <translation>ย้อนกลับ</translation>
    </message>
    <message>
      <source>Go forward</source>
      <translation>ไปข้างหน้า</translation>
    </message>
    <message>
      <source>Go to the parent directory</source>
      <translation>ไปยังโฟลเดอร์ชั้นบน</translation>
    </message>
    <message>
      <source>List View</source>
      <translation>มุมมองรายการ</translation>
    </message>
    <message>
      <source>List of places and bookmarks</source>
      <translation>รายการตำแหน่งและที่คั่น</translation>
    </message>
    <message>
      <source>Look in:</source>
      <translation>มองหาใน:</translation>
    </message>
    <message>
      <source>&amp;Look in:</source>
      <translation>มองหาใน:</translation>
    </message>
    <message>
      <source>New Folder</source>
      <translation>โฟลเดอร์ใหม่</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>เปิด</translation>
    </message>
    <message>
      <source>Parent Directory</source>
      <translation>โฟลเดอร์ชั้นบน</translation>
    </message>
    <message>
      <source>Recent Places</source>
      <translation>ตำแหน่งที่เปิดล่าสุด</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>นำออก</translation>
    </message>
    <message>
      <source>Save As</source>
      <translation>บันทึกเป็น</translation>
    </message>
    <message>
      <source>Show </source>
      <translation>แสดง</translation>
    </message>
    <message>
      <source>Show &amp;hidden files</source>
      <translation>แสดงไฟล์ที่ซ่อนอยู่</translation>
    </message>
    <message>
      <source>Sidebar</source>
      <translation>แถบข้าง</translation>
    </message>
  </context>
  <context>
    <name>QFileSystemModel</name>
    <message>
      <source>Computer</source>
      <translation>คอมพิวเตอร์</translation>
    </message>
    <message>
      <source>Date Modified</source>
      <translation>วันที่แก้ไข</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>ชนิด</translation>
    </message>
    <message>
      <source>My Computer</source>
      <translation>คอมพิวเตอร์</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>ชื่อ</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>ขนาด</translation>
    </message>
    <message>
      <source>Type</source>
      <translation>ชนิด</translation>
    </message>
  </context>
  <context>
    <name>QGnomeTheme</name>
    <message>
      <source>&amp;Cancel</source>
      <translation>ยกเลิก</translation>
    </message>
    <message>
      <source>&amp;Close</source>
      <translation>ปิด</translation>
    </message>
    <message>
      <source>&amp;OK</source>
      <translation>ตกลง</translation>
    </message>
    <message>
      <source>&amp;Save</source>
      <translation>บันทึก</translation>
    </message>
    <message>
      <source>Close without Saving</source>
      <translation>ปิดโดยไม่บันทึก</translation>
    </message>
  </context>
  <context>
    <name>QInputDialog</name>
    <message>
      <source>Enter a value:</source>
      <translation>ป้อนค่า:</translation>
    </message>
  </context>
  <context>
    <name>QLineEdit</name>
    <message>
      <source>&amp;Copy</source>
      <translation>คัดลอก</translation>
    </message>
    <message>
      <source>&amp;Paste</source>
      <translation>วาง</translation>
    </message>
    <message>
      <source>&amp;Redo</source>
      <translation>ทำซ้ำ</translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation>เลิกทำ</translation>
    </message>
    <message>
      <source>Cu&amp;t</source>
      <translation>ตัด</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>ลบ</translation>
    </message>
    <message>
      <source>Select All</source>
      <translation>เลือกทั้งหมด</translation>
    </message>
  </context>
  <context>
    <name>QMessageBox</name>
    <message>
      <source>Hide Details...</source>
      <translation>ซ่อนรายละเอียด…</translation>
    </message>
    <message>
      <source>Show Details...</source>
      <translation>แสดงรายละเอียด…</translation>
    </message>
  </context>
  <context>
    <name>QPlatformTheme</name>
    <message>
      <source>&amp;No</source>
      <translation>ไม่ใช่</translation>
    </message>
    <message>
      <source>&amp;Yes</source>
      <translation>ใช่</translation>
    </message>
    <message>
      <source>Abort</source>
      <translation>ยุติ</translation>
    </message>
    <message>
      <source>Apply</source>
      <translation>นำไปใช้</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>ยกเลิก</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>ปิด</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>ละทิ้ง</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>วิธีใช้</translation>
    </message>
    <message>
      <source>Ignore</source>
      <translation>ข้าม</translation>
    </message>
    <message>
      <source>N&amp;o to All</source>
      <translation>ไม่ใช่ทั้งหมด</translation>
    </message>
    <message>
      <source>OK</source>
      <translation>ตกลง</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>เปิด</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>ตั้งค่าใหม่</translation>
    </message>
    <message>
      <source>Restore Defaults</source>
      <translation>คืนค่าเริ่มต้น</translation>
    </message>
    <message>
      <source>Retry</source>
      <translation>ลองใหม่</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>บันทึก</translation>
    </message>
    <message>
      <source>Save All</source>
      <translation>บันทึกทั้งหมด</translation>
    </message>
    <message>
      <source>Yes to &amp;All</source>
      <translation>ใช่ทั้งหมด</translation>
    </message>
  </context>
  <context>
    <name>QProgressDialog</name>
    <message>
      <source>Cancel</source>
      <translation>ยกเลิก</translation>
    </message>
  </context>
  <context>
    <name>QScrollBar</name>
    <message>
      <source>Bottom</source>
      <translation>ล่างสุด</translation>
    </message>
    <message>
      <source>Left edge</source>
      <translation>ขอบซ้าย</translation>
    </message>
    <message>
      <source>Page down</source>
      <translation>เลื่อนลงหนึ่งหน้า</translation>
    </message>
    <message>
      <source>Page left</source>
      <translation>เลื่อนไปทางซ้ายหนึ่งหน้า</translation>
    </message>
    <message>
      <source>Page right</source>
      <translation>เลื่อนไปทางขวาหนึ่งหน้า</translation>
    </message>
    <message>
      <source>Page up</source>
      <translation>เลื่อนขึ้นหนึ่งหน้า</translation>
    </message>
    <message>
      <source>Right edge</source>
      <translation>ขอบขวา</translation>
    </message>
    <message>
      <source>Scroll down</source>
      <translation>เลื่อนลง</translation>
    </message>
    <message>
      <source>Scroll here</source>
      <translation>เลื่อนมาที่นี่</translation>
    </message>
    <message>
      <source>Scroll left</source>
      <translation>เลื่อนไปทางซ้าย</translation>
    </message>
    <message>
      <source>Scroll right</source>
      <translation>เลื่อนไปทางขวา</translation>
    </message>
    <message>
      <source>Scroll up</source>
      <translation>เลื่อนขึ้น</translation>
    </message>
    <message>
      <source>Top</source>
      <translation>บนสุด</translation>
    </message>
  </context>
  <context>
    <name>QShortcut</name>
    <message>
      <source>Down</source>
      <translation>ลูกศรลง</translation>
    </message>
    <message>
      <source>Left</source>
      <translation>ลูกศรซ้าย</translation>
    </message>
    <message>
      <source>Right</source>
      <translation>ลูกศรขวา</translation>
    </message>
    <message>
      <source>Space</source>
      <translation>แป้นเว้นวรรค</translation>
    </message>
    <message>
      <source>Up</source>
      <translation>ลูกศรขึ้น</translation>
    </message>
  </context>
  <context>
    <name>QSpiAccessibleBridge</name>
    <message>
      <source>alert message</source>
      <translation>ข้อความเตือน</translation>
    </message>
    <message>
      <source>animation</source>
      <translation>ภาพเคลื่อนไหว</translation>
    </message>
    <message>
      <source>application</source>
      <translation>โปรแกรม</translation>
    </message>
    <message>
      <source>assistant</source>
      <translation>ผู้ช่วย</translation>
    </message>
    <message>
      <source>block quote</source>
      <translation>ข้อความอ้าง</translation>
    </message>
    <message>
      <source>button menu</source>
      <translation>ปุ่มเมนู</translation>
    </message>
    <message>
      <source>button with drop down</source>
      <translation>ปุ่มแบบดึงลง</translation>
    </message>
    <message>
      <source>button with drop down grid</source>
      <translation>ปุ่มแบบดึงลงเป็นตาราง</translation>
    </message>
    <message>
      <source>canvas</source>
      <translation>พื้นที่วาดภาพ</translation>
    </message>
    <message>
      <source>cell</source>
      <translation>ช่องตาราง</translation>
    </message>
    <message>
      <source>chart</source>
      <translation>แผนภูมิ</translation>
    </message>
    <message>
      <source>check box</source>
      <translation>กล่องกาเครื่องหมาย</translation>
    </message>
    <message>
      <source>clock</source>
      <translation>นาฬิกา</translation>
    </message>
    <message>
      <source>color chooser</source>
      <translation>ตัวเลือกสี</translation>
    </message>
    <message>
      <source>column</source>
      <translation>คอลัมน์</translation>
    </message>
    <message>
      <source>column header</source>
      <translation>หัวคอลัมน์</translation>
    </message>
    <message>
      <source>combo box</source>
      <translation>กล่องตัวเลือก</translation>
    </message>
    <message>
      <source>complementary content</source>
      <translation>เนื้อหาเสริม</translation>
    </message>
    <message>
      <source>cursor</source>
      <translation>ตัวชี้</translation>
    </message>
    <message>
      <source>desktop</source>
      <translation>เดสก์ท็อป</translation>
    </message>
    <message>
      <source>dial</source>
      <translation>หน้าปัด</translation>
    </message>
    <message>
      <source>dialog</source>
      <translation>กล่องโต้ตอบ</translation>
    </message>
    <message>
      <source>document</source>
      <translation>เอกสาร</translation>
    </message>
    <message>
      <source>equation</source>
      <translation>สมการ</translation>
    </message>
    <message>
      <source>filler</source>
      <translation>ที่ว่าง</translation>
    </message>
    <message>
      <source>footer</source>
      <translation>ส่วนท้าย</translation>
    </message>
    <message>
      <source>form</source>
      <translation>แบบฟอร์ม</translation>
    </message>
    <message>
      <source>frame</source>
      <translation>กรอบ</translation>
    </message>
    <message>
      <source>graphic</source>
      <translation>ภาพ</translation>
    </message>
    <message>
      <source>grip</source>
      <translation>ที่จับ</translation>
    </message>
    <message>
      <source>heading</source>
      <translation>หัวเรื่อง</translation>
    </message>
    <message>
      <source>help balloon</source>
      <translation>คำอธิบายวิธีใช้</translation>
    </message>
    <message>
      <source>hotkey field</source>
      <translation>ช่องปุ่มลัด</translation>
    </message>
    <message>
      <source>indicator</source>
      <translation>ตัวบ่งชี้</translation>
    </message>
    <message>
      <source>invalid role</source>
      <translation>บทบาทไม่ถูกต้อง</translation>
    </message>
    <message>
      <source>label</source>
      <translation>ป้ายข้อความ</translation>
    </message>
    <message>
      <source>layered pane</source>
      <translation>บานหน้าต่างซ้อนชั้น</translation>
    </message>
    <message>
      <source>link</source>
      <translation>ลิงก์</translation>
    </message>
    <message>
      <source>list</source>
      <translation>รายการ</translation>
    </message>
    <message>
      <source>list item</source>
      <translation>ข้อในรายการ</translation>
    </message>
    <message>
      <source>menu bar</source>
      <translation>แถบเมนู</translation>
    </message>
    <message>
      <source>menu item</source>
      <translation>รายการเมนู</translation>
    </message>
    <message>
      <source>note</source>
      <translation>หมายเหตุ</translation>
    </message>
    <message>
      <source>notification</source>
      <translation>การแจ้งเตือน</translation>
    </message>
    <message>
      <source>page tab</source>
      <translation>แท็บ</translation>
    </message>
    <message>
      <source>page tab list</source>
      <translation>แถบแท็บ</translation>
    </message>
    <message>
      <source>panel</source>
      <translation>แผง</translation>
    </message>
    <message>
      <source>paragraph</source>
      <translation>ย่อหน้า</translation>
    </message>
    <message>
      <source>popup menu</source>
      <translation>เมนู</translation>
    </message>
    <message>
      <source>progress bar</source>
      <translation>แถบความคืบหน้า</translation>
    </message>
    <message>
      <source>property page</source>
      <translation>หน้าคุณสมบัติ</translation>
    </message>
    <message>
      <source>push button</source>
      <translation>ปุ่ม</translation>
    </message>
    <message>
      <source>radio button</source>
      <translation>ปุ่มตัวเลือก</translation>
    </message>
    <message>
      <source>row</source>
      <translation>แถว</translation>
    </message>
    <message>
      <source>row header</source>
      <translation>หัวแถว</translation>
    </message>
    <message>
      <source>scroll bar</source>
      <translation>แถบเลื่อน</translation>
    </message>
    <message>
      <source>section</source>
      <translation>ส่วน</translation>
    </message>
    <message>
      <source>separator</source>
      <translation>เส้นคั่น</translation>
    </message>
    <message>
      <source>slider</source>
      <translation>ตัวเลื่อน</translation>
    </message>
    <message>
      <source>sound</source>
      <translation>เสียง</translation>
    </message>
    <message>
      <source>space</source>
      <translation>ช่องว่าง</translation>
    </message>
    <message>
      <source>spin box</source>
      <translation>ช่องปรับค่า</translation>
    </message>
    <message>
      <source>splitter</source>
      <translation>เส้นแบ่ง</translation>
    </message>
    <message>
      <source>status bar</source>
      <translation>แถบสถานะ</translation>
    </message>
    <message>
      <source>table</source>
      <translation>ตาราง</translation>
    </message>
    <message>
      <source>terminal</source>
      <translation>เทอร์มินัล</translation>
    </message>
    <message>
      <source>text</source>
      <translation>ข้อความ</translation>
    </message>
    <message>
      <source>text caret</source>
      <translation>ตัวแทรกข้อความ</translation>
    </message>
    <message>
      <source>title bar</source>
      <translation>แถบชื่อเรื่อง</translation>
    </message>
    <message>
      <source>tool bar</source>
      <translation>แถบเครื่องมือ</translation>
    </message>
    <message>
      <source>tool tip</source>
      <translation>คำแนะนำ</translation>
    </message>
    <message>
      <source>tree</source>
      <translation>ผังต้นไม้</translation>
    </message>
    <message>
      <source>tree item</source>
      <translation>ข้อในผังต้นไม้</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>ไม่ทราบชนิด</translation>
    </message>
    <message>
      <source>web document</source>
      <translation>เอกสารเว็บ</translation>
    </message>
  </context>
  <context>
    <name>QTabBar</name>
    <message>
      <source>Scroll Left</source>
      <translation>เลื่อนไปทางซ้าย</translation>
    </message>
    <message>
      <source>Scroll Right</source>
      <translation>เลื่อนไปทางขวา</translation>
    </message>
  </context>
  <context>
    <name>QWhatsThisAction</name>
    <message>
      <source>What's This?</source>
      <translation>นี่คืออะไร</translation>
    </message>
  </context>
  <context>
    <name>QWidgetTextControl</name>
    <message>
      <source>&amp;Copy</source>
      <translation>คัดลอก</translation>
    </message>
    <message>
      <source>&amp;Paste</source>
      <translation>วาง</translation>
    </message>
    <message>
      <source>&amp;Redo</source>
      <translation>ทำซ้ำ</translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation>เลิกทำ</translation>
    </message>
    <message>
      <source>Copy &amp;Link Location</source>
      <translation>คัดลอกที่อยู่ลิงก์</translation>
    </message>
    <message>
      <source>Cu&amp;t</source>
      <translation>ตัด</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>ลบ</translation>
    </message>
    <message>
      <source>Select All</source>
      <translation>เลือกทั้งหมด</translation>
    </message>
  </context>
  <context>
    <name>QWindowsUiaMainProvider</name>
    <message>
      <source>blockquote</source>
      <translation>ข้อความอ้าง</translation>
    </message>
  </context>
</TS>
